namespace Karkhana.Simulation;

/// <summary>What the screening found of one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Summary">The observable of whose spread it makes the greatest share.</param>
/// <param name="Share">That share: its part of the spread that all parameters and the error of observation give together.</param>
/// <param name="Effect">μ*: the mean absolute effect of its range on that observable, in standard errors.</param>
/// <param name="Low">The lower limit of μ*.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Spread">σ: how far its effect depends on the others, or is not linear, in standard errors.</param>
/// <param name="Searched">Whether it is searched for; the others keep their priors.</param>
public sealed record ScreenedParameter(
    string Name, string Summary, double Share, double Effect, double Low, double High, double Spread, bool Searched);
