using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>Writes the models of firms in places in R.</summary>
internal static class MultilevelScript
{
    private static readonly ModelScript Model = new("multilevel", "Slopes among firms of one place and among places");

    /// <summary>Gives the script, or why there is none.</summary>
    public static ModelScript Of(SampleTables tables, IReadOnlyList<MultilevelModelResult> results)
    {
        if (results.Count == 0)
        {
            return Model with { Reason = "too few firms, or one place only" };
        }

        (string, IReadOnlyList<int>, EquationValues)[] values =
            [.. results.Select(result => (tables.Names.Of(result.Equation.Name), result.Firms, EquationValues.Of(tables.Sample, result)))];
        foreach ((_, _, EquationValues own) in values)
        {
            tables.Add(own);
        }

        Table? draws = tables.PlausibleValues(values);
        string file = $"{Model.Name}.csv";
        return Model.With([.. results.Select(result => Call(result, tables.Names.Of))], draws is null ? [] : [(file, draws)], draws is null ? null : file);
    }

    private static string Call(MultilevelModelResult result, Func<string, string> nameOf)
    {
        MultilevelEquation equation = result.Equation;
        bool Has(string term) => result.Coefficients.Find(term) >= 0;
        string Named(IEnumerable<string> terms) => CoefficientText.Vector(terms.Select(nameOf));
        string products = string.Join(", ", equation.Products.Where(pair => Has($"{pair.Within}_within:{pair.Between}_between")).Select(pair => Named([pair.Within, pair.Between])));
        string slope = double.IsNaN(result.SlopeVariance) ? "NULL" : $"\"{nameOf(equation.Slope!)}\"";
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string term in equation.Terms)
        {
            foreach (string part in new[] { "within", "between", "contextual" })
            {
                names[$"{term}_{part}"] = $"{nameOf(term)}_{part}";
            }
        }

        foreach (CrossLevelProduct pair in equation.Products)
        {
            names[$"{pair.Within}_within:{pair.Between}_between"] = $"{nameOf(pair.Within)}_within_x_{nameOf(pair.Between)}_between";
        }

        return $"""
            repeat_multilevel(
              "{nameOf(equation.Name)}", outcome = "{nameOf(equation.Outcome)}", terms = {Named(equation.Terms)},
              within = {Named(equation.Terms.Where(term => Has(term + "_within")))}, between = {Named(equation.Terms.Where(term => Has(term + "_between")))},
              products = list({products}), slope = {slope}, estimator = "{Words.Of(result.Estimator)}", {CoefficientText.Of(result.Coefficients, term => CoefficientText.Term(term, own => names[own]))},
              {CoefficientText.Quoted(FormattableString.Invariant($"{equation.Outcome} in {result.Firms.Count} firms, {result.Places.Count} places; {Words.Spaced(result.Estimator)}"))})
            """;
    }
}
