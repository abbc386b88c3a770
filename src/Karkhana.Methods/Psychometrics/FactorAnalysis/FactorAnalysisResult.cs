using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Factors of a correlation matrix.</summary>
public sealed record FactorAnalysisResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the uniquenesses; 0 to 1.</summary>
    public required IReadOnlyList<double> Uniqueness { get; init; }

    /// <summary>Gets the loadings (the pattern when oblique), item by factor.</summary>
    public required double[,] Loadings { get; init; }

    /// <summary>Gets the correlations of the factors; the identity when orthogonal.</summary>
    public required double[,] FactorCorrelations { get; init; }

    /// <summary>Gets LL′, which does not depend on the rotation; communalities on the diagonal.</summary>
    public required double[,] CommonCorrelations { get; init; }

    /// <summary>Gets Bartlett's chi-square of the fit; NaN for minres.</summary>
    public required double Statistic { get; init; }

    /// <summary>Gets its degrees of freedom; NaN for minres.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gets the upper tail of the statistic; NaN for minres and without degrees of freedom.</summary>
    public double PValue => ChiSquare.UpperTail(Statistic, DegreesOfFreedom);

    /// <summary>Gets the communalities 1 − uniqueness.</summary>
    public IReadOnlyList<double> Communality => [.. Uniqueness.Select(uniqueness => 1 - uniqueness)];

    /// <summary>Gets the sums of squared loadings of the factors.</summary>
    public IReadOnlyList<double> VarianceExplained => [.. Enumerable.Range(0, Loadings.GetLength(1)).Select(
        factor => Enumerable.Range(0, Items.Count).Aggregate(0.0, (sum, item) => sum + (Loadings[item, factor] * Loadings[item, factor])))];

    private IReadOnlyList<string> Factors => [.. Enumerable.Range(1, Loadings.GetLength(1)).Select(
        factor => factor.ToString(CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("item", Items)
        .Vector("uniqueness", Uniqueness)
        .Vector("communality", Communality)
        .Matrix("loading", Items, Factors, [.. Loadings.Cast<double>()])
        .Matrix("common_correlation", Items, Items, [.. CommonCorrelations.Cast<double>()])
        .Matrix("factor_correlation", Factors, Factors, [.. FactorCorrelations.Cast<double>()])
        .Vector("variance_explained", VarianceExplained)
        .Scalar("statistic", Statistic)
        .Scalar("df", DegreesOfFreedom)
        .Scalar("p_value", PValue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "factor_analysis",
        [
            Column.Of("item", Items, "Item", "Item of the analysis."),
            .. Factors.Select((name, factor) => Column.Of(
                $"loading_{name}", Enumerable.Range(0, Items.Count).Select(item => Loadings[item, factor]), $"Factor {name}", "",
                "Loading of the item.", recommended: factor == 0)),
            Column.Of("communality", Communality, "Communality", "share", "Variance in common with the other items, in the model."),
            Column.Of("uniqueness", Uniqueness, "Uniqueness", "share", "Variance of its own."),
        ]);
}
