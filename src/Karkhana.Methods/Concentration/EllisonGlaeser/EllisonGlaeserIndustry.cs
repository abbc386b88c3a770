namespace Karkhana.Methods.Concentration;

/// <summary>The indices of one industry.</summary>
/// <param name="Industry">The code.</param>
/// <param name="Plants">The number of plants.</param>
/// <param name="Gamma">The Ellison–Glaeser index; NaN for an industry of one plant.</param>
/// <param name="G">The raw concentration Σ(s − x)².</param>
/// <param name="Herfindahl">The plant Herfindahl index.</param>
/// <param name="ExpectedG">The expectation of G when plants choose regions like all activity.</param>
/// <param name="StandardDeviationOfG">Its standard deviation.</param>
/// <param name="Z">(G − expected) / standard deviation.</param>
/// <param name="GammaArea">G / (1 − Σx²), without correction for plants.</param>
/// <param name="MaurelSedillot">The Maurel–Sédillot index.</param>
public sealed record EllisonGlaeserIndustry(
    string Industry,
    int Plants,
    double Gamma,
    double G,
    double Herfindahl,
    double ExpectedG,
    double StandardDeviationOfG,
    double Z,
    double GammaArea,
    double MaurelSedillot);
