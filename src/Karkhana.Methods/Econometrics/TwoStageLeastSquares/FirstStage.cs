namespace Karkhana.Methods.Econometrics;

/// <summary>How well the instruments explain an endogenous regressor.</summary>
/// <param name="Term">The regressor.</param>
/// <param name="PartialRSquared">The share of its variance that the excluded instruments explain, given the exogenous
/// regressors.</param>
/// <param name="Test">The F test of the excluded instruments.</param>
public sealed record FirstStage(string Term, double PartialRSquared, ModelTest Test);
