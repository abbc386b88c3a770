using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How much of an outcome two groups of variables explain: their Shapley shares of R squared.</summary>
/// <remarks>Share of a group = ½ [R²(group) + R²(both) − R²(other)], so that two shares differ by R²(group) − R²(other); adjusted for the number of
/// variables, which would favour the larger group. On the observed scores: errors of measurement lower all three. Interval:
/// percentiles over resampled places, or firms where there are fewer than 8 places. Source: Shorrocks 2013,
/// doi:10.1007/s10888-011-9214-z; Huettner and Sunder 2012, doi:10.1214/12-EJS710.</remarks>
internal static class ExplainedVariance
{
    public static HypothesisPart? Difference(
        (LearningVariables Variables, string Outcome) of, string[] first, string[] second, HypothesisOptions options, string name,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (LearningVariables variables, string outcome) = of;
        string[] columns = [outcome, .. first, .. second];
        int[] rows = [.. Enumerable.Range(0, variables.Sample.Firms.Count).Where(
            row => columns.All(column => !double.IsNaN(variables.Of(column)[row])))];
        if (first.Length == 0 || second.Length == 0 || rows.Length < Math.Max(options.Equations.LeastFirms, columns.Length + 10))
        {
            return null;
        }

        int[][] units = [.. rows.GroupBy(row => variables.Sample.Places[row]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())];
        if (units.Length < LearningEquations.LeastPlaces)
        {
            units = [.. rows.Select(row => new[] { row })];
        }

        double estimate = Of(variables, outcome, first, second, rows);
        ReplicateRows draws = ReplicateEngine.Local.Execute(
            new Resamples(variables.Sample.Seed, options.Draws, units, rows => rows.Length > columns.Length + 1
                ? Of(variables, outcome, first, second, rows)
                : double.NaN), execution, cancellationToken);
        double[] sorted = [.. draws.Column(0).Where(value => !double.IsNaN(value)).Order()];
        return new HypothesisPart(
            name, Expectation.AtLeast, estimate, Quantiles.Type7(sorted, 0.025), Quantiles.Type7(sorted, 0.975),
            Quantiles.Type7(sorted, 0.05), Quantiles.Type7(sorted, 0.95), double.NaN, rows.Length);
    }

    private static double Of(LearningVariables variables, string outcome, string[] first, string[] second, int[] rows)
    {
        IReadOnlyList<double> weights = variables.Sample.Weights;
        double RSquared(string[] terms)
        {
            Table table = Table.Of("explained",
            [
                .. terms.Prepend(outcome).Select((name, i) => Column.Of(
                    i == 0 ? "outcome" : name, [.. rows.Select(row => variables.Of(name)[row])])),
            ]);
            return table.Numbers("outcome").Distinct().Take(2).Count() < 2 ? double.NaN : OrdinaryLeastSquares.Estimate(
                new RegressionSample(table) { Weights = weights.Count == 0 ? null : [.. rows.Select(row => weights[row])] },
                new OrdinaryLeastSquaresOptions { Model = new ModelSpecification { Outcome = "outcome", Terms = terms } }).Fit.AdjustedRSquared;
        }

        // ½[R₁ + R₁₂ − R₂] − ½[R₂ + R₁₂ − R₁] = R₁ − R₂.
        return RSquared(first) - RSquared(second);
    }

    /// <summary>The difference on firms drawn anew, unit by unit.</summary>
    private sealed class Resamples(ulong seed, int count, int[][] units, Func<int[], double> statistic) : IReplicateJob<ReplicateRows>
    {
        public string Stage => "shares of variance explained";

        public int Replicates => count;

        public int BlockSize => 64;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count];
            for (int i = 0; i < values.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                RandomStream stream = new(seed, RandomPurpose.ExplainedVariance, range.First + i);
                values[i] = statistic([.. Enumerable.Range(0, units.Length).SelectMany(_ => units[stream.NextInt(units.Length)])]);
            }

            return new ReplicateRows(1, values);
        }
    }
}
