using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Principal components of standardised items.</summary>
public sealed record PrincipalComponentsResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the number of components with loadings and scores.</summary>
    public required int Components { get; init; }

    /// <summary>Gets the eigenvalues, the greatest first.</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    /// <summary>Gets the share of the variance of all items, by component.</summary>
    public required IReadOnlyList<double> Shares { get; init; }

    /// <summary>Gets Velicer's mean squared partial correlation after 1, 2, … components; NaN at the last.</summary>
    public required IReadOnlyList<double> MinimumAveragePartial { get; init; }

    /// <summary>Gets the loadings, item × component, row after row.</summary>
    public required IReadOnlyList<double> Loadings { get; init; }

    /// <summary>Gets the scores by component, then by respondent, with variance 1; NaN when an answer was
    /// missing.</summary>
    public required IReadOnlyList<double[]> Scores { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("component", Numbers(Items.Count))
        .Vector("eigenvalue", Eigenvalues)
        .Vector("share", Shares)
        .Vector("minimum_average_partial", MinimumAveragePartial)
        .Matrix("loading", Items, Numbers(Components), Loadings);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "principal_components",
        Column.Of("component", Numbers(Items.Count), "Component", "Number of the component."),
        Column.Of("eigenvalue", Eigenvalues, "Eigenvalue", "", "Variance of the component in items.", recommended: true),
        Column.Of("share", Shares, "Share", "", "Share of the variance of all items."),
        Column.Of(
            "minimum_average_partial", MinimumAveragePartial, "MAP", "",
            "Mean squared partial correlation after this and the components before it."));

    private static IEnumerable<string> Numbers(int count) =>
        Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture));
}
