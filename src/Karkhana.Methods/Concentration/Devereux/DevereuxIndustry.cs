namespace Karkhana.Methods.Concentration;

/// <summary>The index of one industry.</summary>
/// <param name="Industry">The code.</param>
/// <param name="Plants">The number of plants with workers.</param>
/// <param name="Estimate">Agglomeration F − (H − 1/N); NaN with fewer than two plants.</param>
/// <param name="Geographic">Geographic concentration F = Σs² − 1/K*.</param>
/// <param name="Herfindahl">The plant Herfindahl index H.</param>
public sealed record DevereuxIndustry(
    string Industry, int Plants, double Estimate, double Geographic, double Herfindahl);
