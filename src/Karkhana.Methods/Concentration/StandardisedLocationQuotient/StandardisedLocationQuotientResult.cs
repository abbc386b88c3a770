using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>Location quotients with score, interval, guard and rank; every list region after region.</summary>
public sealed record StandardisedLocationQuotientResult : IMeasureResult
{
    /// <summary>Gets the activity of the plants by region and industry.</summary>
    public required ActivityTable Activity { get; init; }

    /// <summary>Gets the number of plants.</summary>
    public required IReadOnlyList<int> Plants { get; init; }

    /// <summary>Gets the location quotients; 0 where a denominator is 0.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>Gets the standard scores over the regions of the industry; NaN where not defined.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Gets whether the score lies beyond ±1.96.</summary>
    public required IReadOnlyList<bool> Significant { get; init; }

    /// <summary>Gets the lower limits of the bootstrap interval; NaN where there is none.</summary>
    public required IReadOnlyList<double> Lows { get; init; }

    /// <summary>Gets the upper limits of the bootstrap interval; NaN where there is none.</summary>
    public required IReadOnlyList<double> Highs { get; init; }

    /// <summary>Gets whether the cell has too few plants to be ranked.</summary>
    public required IReadOnlyList<bool> Guarded { get; init; }

    /// <summary>Gets the rank among the unguarded cells of the industry, 1 the highest quotient; NaN where
    /// guarded.</summary>
    public required IReadOnlyList<double> Ranks { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new();
        foreach ((string name, IReadOnlyList<double> values) in new[]
        {
            ("estimate", Values), ("standardised", Scores), ("significant", Flags(Significant)), ("conf_low", Lows),
            ("conf_high", Highs), ("plants", [.. Plants.Select(count => (double)count)]), ("guarded", Flags(Guarded)),
            ("rank", Ranks),
        })
        {
            outputs.Matrix(name, Activity.Regions, Activity.Industries, values);
        }

        return outputs;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "standardised_location_quotients",
        Activity.RegionColumn(),
        Activity.IndustryColumn(),
        Column.Of("n", Plants, "Plants", "", "Number of plants."),
        Column.Of("value", Activity.Values, "Activity", "", "Employment, or plants when it is not given."),
        Column.Of("estimate", Values, "Location quotient", "ratio", "1 means the share of all regions.", recommended: true),
        Column.Of("conf_low", Lows, "Lower limit", "ratio", "Percentile interval of the bootstrap over plants."),
        Column.Of("conf_high", Highs, "Upper limit", "ratio", "Percentile interval of the bootstrap over plants."),
        Column.Of("statistic", Scores, "Standard score", "", "Quotient against the other regions of the industry."),
        Column.Of("significant", Significant, "Significant", "Score beyond ±1.96."),
        Column.Of("guarded", Guarded, "Few plants", "Too few plants to be ranked."),
        Column.Of("rank", Ranks, "Rank", "", "Among the cells with enough plants; 1 is the highest quotient."));

    private static IReadOnlyList<double> Flags(IReadOnlyList<bool> flags) => [.. flags.Select(flag => flag ? 1.0 : 0.0)];
}
