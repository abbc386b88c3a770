namespace Karkhana.Simulation;

/// <summary>What the screening found of one parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Effect">μ*: the mean absolute effect of its range on ln(1 + distance).</param>
/// <param name="Low">The lower limit of μ*.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Spread">σ: how far its effect depends on the others, or is not linear.</param>
/// <param name="Searched">Whether it is searched for; the others keep their priors.</param>
public sealed record ScreenedParameter(string Name, double Effect, double Low, double High, double Spread, bool Searched);
