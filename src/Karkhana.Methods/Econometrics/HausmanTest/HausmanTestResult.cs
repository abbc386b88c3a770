using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A Hausman test of random against fixed effects.</summary>
public sealed record HausmanTestResult : IMeasureResult
{
    /// <summary>Gets χ².</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets the degrees of freedom: the slopes that both estimators have.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Gets the upper tail.</summary>
    public required double PValue { get; init; }

    /// <summary>Gets the slopes that both estimators have.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets their within estimates.</summary>
    public required IReadOnlyList<double> Within { get; init; }

    /// <summary>Gets their random-effects estimates.</summary>
    public required IReadOnlyList<double> Random { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue)
        .Vector("term", Terms)
        .Vector("within", Within)
        .Vector("random", Random);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "hausman_test",
        Column.Of("term", Terms, "Term", "Slope of both estimators."),
        Column.Of("within", Within, "Within", "", "Estimate from deviations from unit means."),
        Column.Of("random", Random, "Random effects", "", "Estimate with unit effects drawn independently of the terms."),
        Column.Of("statistic", Terms.Select(_ => Statistic), "Chi-square", "", "Joint test that both estimate the same.", recommended: true),
        Column.Of("df", Terms.Select(_ => DegreesOfFreedom), "df", "", "Degrees of freedom."),
        Column.Of("p_value", Terms.Select(_ => PValue), "p", "", "Upper tail."));
}
