namespace Karkhana.Methods.Psychometrics;

/// <summary>The innovation index of one firm.</summary>
/// <param name="Firm">The firm.</param>
/// <param name="Count">Innovations within the window.</param>
/// <param name="Index">The sum of novelty times depth.</param>
/// <param name="Greatest">The greatest novelty times depth; 0 without innovation.</param>
public sealed record FirmInnovation(string Firm, int Count, double Index, double Greatest)
{
    /// <summary>Gets ln(1 + index), for regressions.</summary>
    public double LogIndex => Math.Log(1 + Index);
}
