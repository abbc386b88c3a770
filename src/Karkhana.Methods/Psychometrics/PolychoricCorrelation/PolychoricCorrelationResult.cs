using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlations of the normal variables behind ordered items.</summary>
public sealed record PolychoricCorrelationResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the correlations, item × item, row after row; NaN where not defined.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets their standard errors, item × item, row after row; NaN when not estimated.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Gets the respondents behind each correlation, item × item, row after row.</summary>
    public required IReadOnlyList<double> Respondents { get; init; }

    /// <summary>Gets the two-step thresholds of each item; step k separates the k lowest categories from the
    /// rest.</summary>
    public required IReadOnlyList<double[]> Thresholds { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        int steps = Thresholds.Max(item => item.Length);
        return new MeasureOutputs()
            .Matrix("estimate", Items, Items, Estimates)
            .Matrix("std_error", Items, Items, StandardErrors)
            .Matrix(
                "threshold", Items, Enumerable.Range(1, steps).Select(step => step.ToString(CultureInfo.InvariantCulture)),
                [.. Thresholds.SelectMany(item => Enumerable.Range(0, steps).Select(step => step < item.Length ? item[step] : double.NaN))])
            .Matrix("n", Items, Items, Respondents);
    }

    /// <inheritdoc/>
    public Table ToTable()
    {
        LabelPairs pairs = new(Items);
        return Table.Of(
            "polychoric_correlation",
            pairs.Earlier("item", "Item", "One item of the pair."),
            pairs.Later("other", "Other item", "The other item of the pair."),
            Column.Of("estimate", pairs.Of(Estimates), "ρ", "", "Correlation of the latent variables.", recommended: true),
            Column.Of("std_error", pairs.Of(StandardErrors), "SE", "", "Standard error; maximum likelihood only."),
            Column.Of("n", pairs.Of(Respondents), "n", "respondents", "Respondents who were used."));
    }
}
