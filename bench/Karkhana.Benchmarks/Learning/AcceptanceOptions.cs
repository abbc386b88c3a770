using Karkhana.Learning;

namespace Karkhana.Benchmarks.Learning;

/// <summary>How the pipeline runs on each SYNTHETIC cluster.</summary>
/// <param name="Effects">How strongly advantages act.</param>
/// <param name="Errors">How errors of different firms may depend on each other.</param>
/// <param name="Draws">Draws of the true scores per equation.</param>
public sealed record AcceptanceOptions(SyntheticEffects Effects, ErrorDependence Errors = ErrorDependence.ByData, int Draws = 3);
