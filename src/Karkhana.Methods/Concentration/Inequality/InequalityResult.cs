using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The indices of inequality and concentration of a list.</summary>
public sealed record InequalityResult : IMeasureResult
{
    /// <summary>Gets the Gini index.</summary>
    public required double Gini { get; init; }

    /// <summary>Gets the Gini index times n/(n − 1); NaN for one value.</summary>
    public required double GiniNormalised { get; init; }

    /// <summary>Gets Theil's T.</summary>
    public required double TheilT { get; init; }

    /// <summary>Gets Theil's L, the mean log deviation; NaN when a value is 0.</summary>
    public required double TheilL { get; init; }

    /// <summary>Gets the Atkinson index; NaN when a value is 0 and epsilon is 1 or more.</summary>
    public required double Atkinson { get; init; }

    /// <summary>Gets the standard deviation over the mean.</summary>
    public required double CoefficientOfVariation { get; init; }

    /// <summary>Gets the Herfindahl index.</summary>
    public required double Herfindahl { get; init; }

    /// <summary>Gets the Herfindahl index brought to 0 for equal shares; NaN for one value.</summary>
    public required double HerfindahlNormalised { get; init; }

    /// <summary>Gets the number of equal units with the same Herfindahl index.</summary>
    public required double NumbersEquivalent { get; init; }

    /// <summary>Gets Coulter's index.</summary>
    public required double Coulter { get; init; }

    /// <summary>Gets the Hoover index.</summary>
    public required double Hoover { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new();
        foreach ((string term, double value, string _) in Terms())
        {
            outputs.Scalar(term, value);
        }

        return outputs;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "inequality",
        Column.Of("term", Terms().Select(row => (string?)row.Term), "Index", "Name of the index."),
        Column.Of("estimate", Terms().Select(row => row.Value), "Estimate", "", "Value.", recommended: true),
        Column.Of("meaning", Terms().Select(row => (string?)row.Meaning), "Meaning", "What the value means."));

    private (string Term, double Value, string Meaning)[] Terms() =>
    [
        ("gini", Gini, "0 equal, towards 1 all with one unit"),
        ("gini_normalised", GiniNormalised, "0 equal, 1 all with one unit"),
        ("theil_t", TheilT, "nats; sensitive to the top"),
        ("theil_l", TheilL, "nats; sensitive to the bottom"),
        ("atkinson", Atkinson, "share of the total that equality would save"),
        ("coefficient_of_variation", CoefficientOfVariation, "standard deviation over mean"),
        ("herfindahl", Herfindahl, "1/n equal, 1 all with one unit"),
        ("herfindahl_normalised", HerfindahlNormalised, "0 equal, 1 all with one unit"),
        ("numbers_equivalent", NumbersEquivalent, "number of equal units"),
        ("coulter", Coulter, "0 as the reference"),
        ("hoover", Hoover, "share that would have to move"),
    ];
}
