using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Replication;

/// <summary>Writes matching, balancing and cross-fitted weighting of clustered and dispersed firms in R.</summary>
internal static class MatchingScript
{
    private const string Status = "clustered";

    private static readonly ModelScript Model = new("matching", "Clustered firms beside dispersed ones that are alike");

    /// <summary>Gives the script, or why there is none.</summary>
    /// <param name="tables">The firms.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="equations">The group of its equations, whose draws are used.</param>
    public static ModelScript Of(SampleTables tables, ClusterComparisonResult? comparison, EquationGroup? equations)
    {
        (string Name, LearningFit Fit)[] adjusted = [.. (equations?.Equations ?? []).Where(own => own.Fit.Equation.Name == "gap_adjusted")];
        if (comparison is null || adjusted.Length == 0)
        {
            return Model with
            {
                Reason = comparison is null ? "all firms of the sample are clustered, or none is"
                    : string.Join(" ", comparison.Estimates.Select(row => row.Reason).OfType<string>().Distinct()),
            };
        }

        List<(string Equation, int Draw, string Firm, int Part)> parts = [];
        List<string> calls = [];
        foreach ((string name, LearningFit fit) in adjusted)
        {
            ComparisonEstimate[] found = [.. comparison.Estimates.Where(row =>
                row.Outcome == fit.Equation.Outcome && row.Group == "all" && row.Gap is not null && row.Estimator > ComparisonEstimator.Regression)];
            if (Array.Exists(found, row => row.Estimator == ComparisonEstimator.AugmentedWeighting))
            {
                parts.AddRange(ComparisonParts.Of(tables.Sample, fit, comparison.Options).SelectMany((own, draw) =>
                    own.Select((part, row) => (name, draw + 1, SampleTables.NumberOf(fit.Firms[row]), part + 1))));
            }

            if (found.Length > 0)
            {
                calls.Add(Call(name, fit, found, comparison.Options, tables.Names.Of));
            }
        }

        if (calls.Count == 0)
        {
            return Model with { Reason = string.Join(" ", comparison.Estimates.Select(row => row.Reason).OfType<string>().Distinct()) };
        }

        Table table = Table.Of(
            "matching",
            Column.Of("equation", parts.Select(row => (string?)row.Equation)), Column.Of("draw", parts.Select(row => row.Draw)),
            Column.Of("firm", parts.Select(row => (string?)row.Firm)), Column.Of("part", parts.Select(row => row.Part)));
        bool drawn = adjusted.Any(own => own.Fit.Pooled.Runs > 1);
        return Model.With(calls, parts.Count == 0 ? [] : [($"{Model.Name}.csv", table)], drawn ? $"{equations!.Name}.csv" : null);
    }

    private static string Call(string name, LearningFit fit, ComparisonEstimate[] found, ClusterComparisonOptions options, Func<string, string> nameOf)
    {
        IEnumerable<string> covariates = fit.Equation.Terms.Where(term => term != Status && fit.Coefficients.Find(term) >= 0).Select(nameOf);
        string karkhana = CoefficientText.Of(
            [.. found.Select(row => Words.Of(row.Estimator))],
            ("estimate", [.. found.Select(row => row.Estimate)]), ("std_error", [.. found.Select(row => row.Gap!.StandardErrors[0])]),
            ("df", [.. found.Select(row => row.Gap!.DegreesOfFreedom[0])]));
        return $"""
            repeat_comparison(
              "{name}", outcome = "{nameOf(fit.Equation.Outcome)}", covariates = {CoefficientText.Vector(covariates)},
              caliper = {CoefficientText.Number(options.Caliper)}, bandwidth = {CoefficientText.Number(new KernelMatchingOptions { Terms = [] }.Bandwidth)}, trim = {CoefficientText.Number(options.Trim)}, {karkhana})
            """;
    }
}
