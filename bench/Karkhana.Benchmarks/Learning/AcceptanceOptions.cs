namespace Karkhana.Benchmarks.Learning;

/// <summary>How the pipeline runs on each SYNTHETIC cluster.</summary>
/// <param name="Effects">How strongly advantages act.</param>
/// <param name="Draws">Draws of the true scores per equation.</param>
public sealed record AcceptanceOptions(SyntheticEffects Effects, int Draws = 5);
