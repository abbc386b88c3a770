namespace Karkhana.Methods.Econometrics;

/// <summary>The effects that were taken out of a column.</summary>
/// <param name="Largest">Those of the set with most groups.</param>
/// <param name="Others">Those of the other sets, one after another.</param>
/// <param name="Steps">The steps that were taken.</param>
/// <param name="Converged">Whether they were enough.</param>
internal sealed record FixedEffectSolution(double[] Largest, double[] Others, int Steps, bool Converged);
