namespace Karkhana.CollectiveEfficiency;

/// <summary>How far the partners of a firm confirm what it reports.</summary>
/// <param name="Firm">The firm, as a position in the register.</param>
/// <param name="Given">Ties that it says it gave, to firms that answered, and how many of these confirm.</param>
/// <param name="Received">Ties that it says it received, from firms that answered, and how many of these
/// confirm.</param>
/// <param name="Reliability">(confirmed + 1) / (reported + 2), the weight of its word.</param>
public sealed record FirmReporting(int Firm, CountedShare Given, CountedShare Received, double Reliability);
