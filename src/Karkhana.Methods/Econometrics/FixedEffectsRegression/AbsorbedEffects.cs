namespace Karkhana.Methods.Econometrics;

/// <summary>The estimated effects of one absorbed set.</summary>
/// <param name="Name">The column; empty when it has no name.</param>
/// <param name="Groups">The groups that have a row that was used.</param>
/// <param name="Estimates">The effect of each; in every set but the first, the first group is 0.</param>
public sealed record AbsorbedEffects(string Name, IReadOnlyList<string> Groups, IReadOnlyList<double> Estimates);
