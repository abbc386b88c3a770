using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>Writes the tests of residuals among neighbours in R.</summary>
internal static class ResidualScript
{
    private static readonly ModelScript Model = new("residual_dependence", "Whether residuals of neighbours go together");

    /// <summary>Gives the script, or why there is none.</summary>
    /// <param name="tables">The firms, with the variables of all equations.</param>
    /// <param name="result">The tests.</param>
    /// <param name="fits">The equations that were tested, and more.</param>
    public static ModelScript Of(SampleTables tables, ResidualDependenceResult result, IReadOnlyList<LearningFit> fits)
    {
        NamesInR names = new();
        EquationText equations = new(tables.Names, hasPlausible: false);
        List<(string Equation, string Firm, double Residual)> rows = [];
        List<string> calls = [];
        foreach (EquationDependence test in result.Equations)
        {
            LearningFit fit = fits.First(own => ReferenceEquals(own.Equation, test.Equation));
            string name = names.Add(FormattableString.Invariant($"{calls.Count}"), $"{test.Equation.Name}_on_{test.Equation.Terms[0]}");
            rows.AddRange(fit.Firms.Zip(fit.Residuals, (firm, residual) => (name, SampleTables.NumberOf(firm), residual)));
            calls.Add($"""
                repeat_moran("{name}", .residual ~ {string.Join(" + ", equations.Terms(fit))},
                  c(moran = {CoefficientText.Number(test.Moran)}, expected = {CoefficientText.Number(test.Expectation)}, z = {CoefficientText.Number(test.Statistic)}))
                """);
        }

        if (calls.Count == 0)
        {
            return Model with { Reason = string.Join(" ", result.Notes.Select(note => note.Text).DefaultIfEmpty("there is no equation to test")) };
        }

        Table residuals = Table.Of(
            "residual_dependence",
            Column.Of("equation", rows.Select(row => (string?)row.Equation)), Column.Of("firm", rows.Select(row => (string?)row.Firm)),
            Column.Of("residual", rows.Select(row => row.Residual)));
        ModelScript script = Model.With(calls, [($"{Model.Name}.csv", residuals)], plausible: null);
        return script with
        {
            Body = script.Body.Replace("@neighbours@", FormattableString.Invariant($"{result.Options.Neighbours}"), StringComparison.Ordinal),
        };
    }
}
