namespace Karkhana.Methods.Psychometrics;

/// <summary>How well the competences of one firm go together.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Competences">How many it holds.</param>
/// <param name="Coherence">The weighted mean relatedness along its maximum spanning tree; NaN with one
/// competence.</param>
/// <param name="AverageRelatedness">The weighted mean relatedness of all its pairs.</param>
/// <param name="Expected">The mean coherence of the firm in random tables; NaN without replicates.</param>
/// <param name="PValue">How often random tables make it at least as coherent; NaN without replicates.</param>
public sealed record FirmCoherence(
    string Firm, int Competences, double Coherence, double AverageRelatedness, double Expected, double PValue);
