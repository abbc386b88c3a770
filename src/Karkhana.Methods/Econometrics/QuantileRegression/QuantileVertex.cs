namespace Karkhana.Methods.Econometrics;

/// <summary>A vertex solution of a quantile regression.</summary>
/// <param name="Estimates">The coefficients.</param>
/// <param name="Rows">The rows that are fitted exactly, from 0 among those used.</param>
/// <param name="Steps">The steps taken.</param>
/// <param name="Converged">Whether no edge leads down.</param>
/// <param name="Flat">Whether an edge leads neither up nor down: other solutions are as good.</param>
internal sealed record QuantileVertex(double[] Estimates, int[] Rows, int Steps, bool Converged, bool Flat);
