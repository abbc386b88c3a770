namespace Karkhana.Methods.Concentration;

/// <summary>The indices of one region; NaN for a region without activity.</summary>
/// <param name="Region">The code.</param>
/// <param name="Krugman">Krugman's index against all regions together, from 0 to 2.</param>
/// <param name="SpecialisationCoefficient">Half of it, from 0 to 1.</param>
/// <param name="Herfindahl">The Herfindahl index of the industry shares.</param>
/// <param name="AverageLocationQuotient">The mean location quotient weighted by industry shares, at least 1.</param>
/// <param name="Hachman">Its inverse, from 0 to 1; 1 is the mix of all regions.</param>
/// <param name="Entropy">Shannon's entropy of the industry shares.</param>
/// <param name="Simpson">1 − Herfindahl.</param>
/// <param name="InverseSimpson">1 / Herfindahl: the effective number of industries.</param>
/// <param name="Richness">The number of industries present.</param>
public sealed record RegionSpecialisation(
    string Region,
    double Krugman,
    double SpecialisationCoefficient,
    double Herfindahl,
    double AverageLocationQuotient,
    double Hachman,
    double Entropy,
    double Simpson,
    double InverseSimpson,
    int Richness);
