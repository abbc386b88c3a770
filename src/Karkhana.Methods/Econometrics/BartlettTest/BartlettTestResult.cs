using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Bartlett's test with what it compares.</summary>
public sealed record BartlettTestResult : IMeasureResult
{
    /// <summary>Gets the groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of values by group.</summary>
    public required IReadOnlyList<int> Sizes { get; init; }

    /// <summary>Gets the variances (n − 1) by group.</summary>
    public required IReadOnlyList<double> Variances { get; init; }

    /// <summary>Gets K².</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom.</summary>
    public required int Degrees { get; init; }

    /// <summary>Gets the upper tail.</summary>
    public required double PValue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("p_value", PValue)
        .Scalar("df", Degrees)
        .Vector("group", Groups)
        .Vector("variance", Variances)
        .Vector("n", Sizes);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "bartlett_test",
        Column.Of("group", Groups, "Group", "Group of values."),
        Column.Of("n", Sizes, "Values", "", "Values of the group."),
        Column.Of("variance", Variances, "Variance", "", "Variance, n − 1.", recommended: true),
        Column.Of("statistic", Groups.Select(_ => Statistic), "K²", "", "Chi-square of the test."),
        Column.Of("df", Groups.Select(_ => Degrees), "df", "", "Degrees of freedom."),
        Column.Of("p_value", Groups.Select(_ => PValue), "p", "", "Of equal variances."));
}
