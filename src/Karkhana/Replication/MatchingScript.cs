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
        if (comparison is null)
        {
            return Model with { Reason = "all firms of the sample are clustered, or none is" };
        }

        (string Name, LearningFit Fit, ComparisonEstimate[] Found)[] adjusted =
        [
            .. (equations?.Equations ?? []).Where(own => own.Fit.Equation.Name == "gap_adjusted")
                .Select(own => (own.Name, own.Fit, FoundFor(own.Fit, comparison))).Where(own => own.Item3.Length > 0),
        ];
        if (adjusted.Length == 0)
        {
            return Model with { Reason = string.Join(" ", comparison.Estimates.Select(row => row.Reason).OfType<string>().Distinct()) };
        }

        Table? parts = Parts(tables.Sample, [.. adjusted.Where(own => own.Found.Any(row => row.Estimator == ComparisonEstimator.AugmentedWeighting))], comparison.Options);
        bool drawn = adjusted.Any(own => own.Fit.Pooled.Runs > 1);
        return Model.With(
            [.. adjusted.Select(own => Call(own.Name, own.Fit, own.Found, comparison.Options, tables.Names.Of))],
            parts is null ? [] : [($"{Model.Name}.csv", parts)],
            drawn ? $"{equations!.Name}.csv" : null);
    }

    private static ComparisonEstimate[] FoundFor(LearningFit fit, ClusterComparisonResult comparison) => [.. comparison.Estimates.Where(row =>
        row.Outcome == fit.Equation.Outcome && row.Group == "all" && row.Gap is not null && row.Estimator > ComparisonEstimator.Regression)];

    // Which firms make up which part of the cross-fitting.
    private static Table? Parts(LearningSample sample, (string Name, LearningFit Fit, ComparisonEstimate[] Found)[] weighted, ClusterComparisonOptions options)
    {
        (string Equation, int Draw, string Firm, int Part)[] rows = [.. weighted.SelectMany(own =>
            ComparisonParts.Of(sample, own.Fit, options).SelectMany((parts, draw) => parts.Select((part, row) =>
                (own.Name, draw + 1, SampleTables.NumberOf(own.Fit.Firms[row]), part + 1))))];
        return rows.Length == 0 ? null : Table.Of(
            "matching",
            Column.Of("equation", rows.Select(row => (string?)row.Equation)), Column.Of("draw", rows.Select(row => row.Draw)),
            Column.Of("firm", rows.Select(row => (string?)row.Firm)), Column.Of("part", rows.Select(row => row.Part)));
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
