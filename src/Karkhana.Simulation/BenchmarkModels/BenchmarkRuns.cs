using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>The runs of a benchmark model: quantities along time, or along a setting that is varied, with intervals.</summary>
public sealed record BenchmarkRuns : ITidyResult
{
    /// <summary>Gets the name of the model in tables.</summary>
    public required string Model { get; init; }

    /// <summary>Gets what the axis is: <c>time</c>, <c>rewiring</c>, <c>region</c>.</summary>
    public required string AxisName { get; init; }

    /// <summary>Gets the places of the axis.</summary>
    public required IReadOnlyList<double> Axis { get; init; }

    /// <summary>Gets the quantities.</summary>
    public required IReadOnlyList<BenchmarkSeries> Series { get; init; }

    /// <summary>Gets the number of runs.</summary>
    public required int Runs { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets a quantity by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The quantity.</returns>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public BenchmarkSeries this[string name] => Series.FirstOrDefault(series => series.Name == name)
        ?? throw new ArgumentException($"{Model} has no series {name}; it has {string.Join(", ", Series.Select(series => series.Name))}.", nameof(name));

    /// <inheritdoc/>
    public Table ToTable()
    {
        (BenchmarkSeries Series, int Place)[] rows = [.. Series.SelectMany(series => Enumerable.Range(0, Axis.Count).Select(place => (series, place)))];
        Column Of(string name, Func<RunSummary, double> value, string label, string description, bool recommended = false) =>
            Column.Of(name, rows.Select(row => value(row.Series.Points[row.Place])), label, "", description, recommended);
        return Table.Of(
            Model,
            Column.Of("term", rows.Select(row => (string?)row.Series.Name), "Quantity", "Name of the quantity."),
            Column.Of("meaning", rows.Select(row => (string?)row.Series.Label), "Meaning", "What the quantity is."),
            Column.Of(AxisName, rows.Select(row => Axis[row.Place]), AxisName, "", "Place along the axis."),
            Of("estimate", point => point.Estimate, "Mean", "Mean over runs of the model.", recommended: true),
            Of("std_error", point => point.StdError, "Error", "Monte Carlo error of the mean."),
            Of("conf_low", point => point.ConfLow, "Mean from", "Lower limit of the mean."),
            Of("conf_high", point => point.ConfHigh, "Mean to", "Upper limit of the mean."),
            Of("run_low", point => point.RunLow, "Runs from", "One run in twenty stays below."),
            Of("run_high", point => point.RunHigh, "Runs to", "One run in twenty exceeds it."));
    }

    /// <summary>Runs a model and summarises quantity after quantity along the axis.</summary>
    /// <param name="axis">The axis of the model.</param>
    /// <param name="names">Name and label of each quantity.</param>
    /// <param name="options">Runs and level.</param>
    /// <param name="simulate">Fills a run's numbers: all places of the first quantity, then of the second and so on.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between runs.</param>
    internal static IReadOnlyList<BenchmarkSeries> Summarise(
        IReadOnlyList<double> axis,
        IReadOnlyList<(string Name, string Label)> names,
        BenchmarkOptions options,
        Action<int, Span<double>> simulate,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        int width = axis.Count * names.Count;
        Require.That((long)width * options.Runs <= int.MaxValue / 2, nameof(options.Runs), FormattableString.Invariant(
            $"must be such that runs times numbers of a run stay below {int.MaxValue / 2}; {options.Runs} runs had {width} numbers each"));
        ReplicateRows runs = FilledRows.Compute(
            "running the model", options.Runs, width, (run, values, start) => simulate(run, values.AsSpan(start, width)), execution, cancellationToken);
        return
        [
            .. names.Select((name, series) => new BenchmarkSeries(
                name.Name, name.Label,
                [.. Enumerable.Range(0, axis.Count).Select(place => RunSummary.Of(runs.Column((series * axis.Count) + place), options.Level))])),
        ];
    }
}
