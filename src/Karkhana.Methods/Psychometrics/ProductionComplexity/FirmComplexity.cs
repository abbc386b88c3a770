namespace Karkhana.Methods.Psychometrics;

/// <summary>The production complexity of one firm.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Processes">Processes that it performs at the stated standard.</param>
/// <param name="Sum">Their points.</param>
/// <param name="Frontier">The points of the most difficult one; 0 when there is none.</param>
/// <param name="Index">The sum over that of all processes, 0 to 1.</param>
/// <param name="Low">The lower limit of the index over experts; NaN without replicates.</param>
/// <param name="High">The upper limit of the index over experts.</param>
/// <param name="FrontierIndex">The frontier over the points of the most difficult process of all.</param>
public sealed record FirmComplexity(
    string Firm, int Processes, double Sum, double Frontier, double Index, double Low, double High, double FrontierIndex);
