using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Kolmogorov-Smirnov test with where the groups differ most.</summary>
public sealed record KolmogorovSmirnovTestResult : IMeasureResult
{
    /// <summary>Gets the two groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of values by group.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Gets D, from 0 to 1.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets D with its sign: positive where the first group has the greater share of values up to the
    /// location, that is, the smaller values.</summary>
    public required double Difference { get; init; }

    /// <summary>Gets the value at which the distribution functions differ most.</summary>
    public required double Location { get; init; }

    /// <summary>Gets the two-sided p-value.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("difference", Difference)
        .Scalar("location", Location)
        .Vector("group", Groups)
        .Vector("n", Sizes);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "kolmogorov_smirnov_test",
        Column.Of("statistic", [Statistic], "D", "share", "Greatest distance of the distribution functions.", recommended: true),
        Column.Of("difference", [Difference], "F1 - F2", "share", "D with its sign: positive where the first group has the smaller values."),
        Column.Of("location", [Location], "At", "", "Value at which they differ most."),
        Column.Of("p_value", [PValue], "p", "", "Of one distribution for both groups."));
}
