namespace Karkhana.Methods.Econometrics;

/// <summary>The likelihood ratio test of one term of a model: of all its levels and equations at once.</summary>
/// <param name="Term">The term as it stands in the model.</param>
/// <param name="Statistic">Twice the log-likelihood that is lost without it.</param>
/// <param name="DegreesOfFreedom">The number of coefficients that it has.</param>
/// <param name="PValue">By the χ² distribution.</param>
public sealed record TermTest(string Term, double Statistic, int DegreesOfFreedom, double PValue);
