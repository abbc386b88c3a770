using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Which parts of the terms there are, and the columns that they become.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Within">The terms in which firms of one place differ.</param>
/// <param name="Between">The terms in whose means places differ.</param>
/// <param name="Products">The products of both.</param>
/// <param name="Slope">The term whose slope differs, or null.</param>
internal sealed record MultilevelLayout(
    string Outcome, IReadOnlyList<string> Within, IReadOnlyList<string> Between, IReadOnlyList<CrossLevelProduct> Products, string? Slope)
{
    public const string OutcomeColumn = "outcome";

    /// <summary>Gets the columns of the model in order.</summary>
    public IReadOnlyList<string> Terms => [.. Within.Select(WithinOf), .. Between.Select(BetweenOf), .. Products.Select(ProductOf)];

    public static MultilevelLayout Of(MultilevelEquation equation, LearningVariables variables, int[] rows, PlaceGroups places)
    {
        Dictionary<string, double[]> observed = equation.Terms.ToDictionary(term => term, term => At(variables.Of(term), rows), StringComparer.Ordinal);
        string[] within = [.. equation.Terms.Where(term => places.VariesWithin(observed[term]))];
        string[] between = [.. equation.Terms.Where(term => places.VariesBetween(observed[term]))];
        return new MultilevelLayout(
            equation.Outcome,
            within,
            between,
            [.. equation.Products.Where(pair => within.Contains(pair.Within) && between.Contains(pair.Between))],
            equation.Slope is { } slope && within.Contains(slope) ? slope : null);
    }

    /// <summary>Says what the degrees of freedom of a term count: places for means, the constant, contextual effects and a slope that differs
    /// between places with its products; firms for the other slopes within places.</summary>
    public PooledDegrees DegreesOf(string term) =>
        Within.Where(own => own != Slope).Any(own => term == WithinOf(own) || term.StartsWith(WithinOf(own) + ":", StringComparison.Ordinal))
            ? PooledDegrees.BarnardRubin
            : PooledDegrees.Satterthwaite;

    /// <summary>Leaves out all that lies between places.</summary>
    public MultilevelLayout WithinPlaces() => this with { Between = [], Products = [], Slope = null };

    /// <summary>Makes the columns from one draw of the true scores.</summary>
    public Table Columns(Dictionary<string, double[]> values, PlaceGroups places)
    {
        Dictionary<string, double[]> within = Within.ToDictionary(term => term, term => places.Within(values[term]), StringComparer.Ordinal);
        Dictionary<string, double[]> between = Between.ToDictionary(term => term, term => places.Between(values[term]), StringComparer.Ordinal);
        return Table.Of("multilevel",
        [
            Column.Of(OutcomeColumn, values[Outcome]),
            .. Within.Select(term => (Column)Column.Of(WithinOf(term), within[term])),
            .. Between.Select(term => (Column)Column.Of(BetweenOf(term), between[term])),
            .. Products.Select(pair => (Column)Column.Of(ProductOf(pair), within[pair.Within].Zip(between[pair.Between], (firm, place) => firm * place))),
        ]);
    }

    public static string WithinOf(string term) => term + "_within";

    public static string BetweenOf(string term) => term + "_between";

    public static string ContextualOf(string term) => term + "_contextual";

    public static string ProductOf(CrossLevelProduct pair) => $"{WithinOf(pair.Within)}:{BetweenOf(pair.Between)}";

    public static double[] At(double[] values, int[] rows) => [.. rows.Select(row => values[row])];
}
