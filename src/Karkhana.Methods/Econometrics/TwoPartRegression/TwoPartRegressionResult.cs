using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A two-part regression: whether there is an amount, and how much.</summary>
public sealed record TwoPartRegressionResult : IMeasureResult
{
    /// <summary>Gets the logit of an amount above 0.</summary>
    public required CoefficientTable Chance { get; init; }

    /// <summary>Gets the coefficients of the logarithm of the amount, or of its mean.</summary>
    public required CoefficientTable Amount { get; init; }

    /// <summary>Gets the change of the expected outcome per unit of each term through both parts, on average over the rows; the
    /// constant is left out.</summary>
    public required CoefficientTable Combined { get; init; }

    /// <summary>Gets the part of the combined change through whether there is an amount.</summary>
    public required IReadOnlyList<double> ThroughChance { get; init; }

    /// <summary>Gets by what exp(x'b) is multiplied to give the mean amount.</summary>
    public required double Factor { get; init; }

    /// <summary>Gets the rows with an amount.</summary>
    public required int Positive { get; init; }

    /// <summary>Gets the mean outcome of the rows used.</summary>
    public required double MeanObserved { get; init; }

    /// <summary>Gets the mean of what the model expects of them.</summary>
    public required double MeanExpected { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("coefficient", Parts().Zip(Tables().SelectMany(table => table.Terms), (part, term) => $"{part}: {term}"))
        .Vector("part", Parts())
        .Vector("term", Tables().SelectMany(table => table.Terms))
        .Vector("estimate", Tables().SelectMany(table => table.Estimates))
        .Vector("std_error", Tables().SelectMany(table => table.StandardErrors))
        .Vector("statistic", Tables().SelectMany(table => table.Statistics))
        .Vector("p_value", Tables().SelectMany(table => table.PValues))
        .Vector("conf_low", Tables().SelectMany(table => table.ConfidenceLow))
        .Vector("conf_high", Tables().SelectMany(table => table.ConfidenceHigh))
        .Vector("combined_term", Combined.Terms)
        .Vector("through_chance", ThroughChance)
        .Scalar("factor", Factor)
        .Scalar("n", Rows.Count)
        .Scalar("positive", Positive)
        .Scalar("mean_observed", MeanObserved)
        .Scalar("mean_expected", MeanExpected);

    /// <inheritdoc/>
    public Table ToTable()
    {
        Table[] tables = [.. Tables().Select(table => table.ToTable("two_part_regression"))];
        return Table.Of("two_part_regression", [
            Column.Of("part", Parts(), "Part", "chance, amount, or both combined."),
            Column.Of("term", Tables().SelectMany(table => table.Terms), "Term", "Coefficient name; the constant is called intercept."),
            .. tables[0].Columns.OfType<NumberColumn>().Select(column => Column.Of(
                column.Name, tables.SelectMany(table => table.Numbers(column.Name)), column.Label, column.Unit, column.Description, column.Recommended)),
        ]);
    }

    private CoefficientTable[] Tables() => [Chance, Amount, Combined];

    private IEnumerable<string> Parts() =>
    [
        .. Chance.Terms.Select(_ => "chance"), .. Amount.Terms.Select(_ => "amount"), .. Combined.Terms.Select(_ => "combined"),
    ];
}
