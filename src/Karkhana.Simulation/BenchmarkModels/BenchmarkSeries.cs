namespace Karkhana.Simulation;

/// <summary>One quantity along the axis of a benchmark model.</summary>
/// <param name="Name">Its name in tables: <c>mean_knowledge</c>.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Points">What the runs say of it at each place of the axis.</param>
public sealed record BenchmarkSeries(string Name, string Label, IReadOnlyList<RunSummary> Points)
{
    /// <summary>Gets the means over runs along the axis.</summary>
    public IReadOnlyList<double> Means => [.. Points.Select(point => point.Estimate)];
}
