using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The log-rank test with what it compares.</summary>
public sealed record LogRankTestResult : IMeasureResult
{
    /// <summary>Gets the groups in order.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Gets the number of subjects by group.</summary>
    public required IReadOnlyList<int> Subjects { get; init; }

    /// <summary>Gets the (weighted) events by group.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Gets those that equal survival leads one to expect.</summary>
    public required IReadOnlyList<double> Expected { get; init; }

    /// <summary>Gets the chi-square; NaN when nothing can be compared.</summary>
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
        .Scalar("df", Degrees)
        .Scalar("p_value", PValue)
        .Vector("group", Groups)
        .Vector("subjects", Subjects)
        .Vector("observed", Observed)
        .Vector("expected", Expected);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "log_rank_test",
        Column.Of("group", Groups, "Group", "Group of subjects."),
        Column.Of("n", Subjects, "Subjects", "", "Subjects of the group."),
        Column.Of("observed", Observed, "Observed", "events", "Events that came, weighted."),
        Column.Of("expected", Expected, "Expected", "events", "Events under equal survival, weighted."),
        Column.Of("statistic", Groups.Select(_ => Statistic), "χ²", "", "Chi-square of the test."),
        Column.Of("df", Groups.Select(_ => Degrees), "df", "", "Degrees of freedom."),
        Column.Of("p_value", Groups.Select(_ => PValue), "p", "", "Of equal survival.", recommended: true));
}
