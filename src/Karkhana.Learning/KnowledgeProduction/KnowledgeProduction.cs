using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How innovations of regions are associated with research, universities, related firms and services there.</summary>
public static class KnowledgeProduction
{
    private const string Source = "Jaffe 1989, American Economic Review 79(5):957-970; Feldman 1994, The Geography of Innovation, doi:10.1007/978-94-017-3333-5";

    /// <summary>Estimates the elasticities.</summary>
    /// <remarks>
    /// Counts: E INN = exp(constant or industry effect + Σ b ln input), Poisson over all rows. Logarithms: ln INN = the same,
    /// least squares over rows with innovations, as in the first studies; it leaves out just those regions where nothing came
    /// out, so read the counts first. An input of 0 has its own 0/1 term. Errors clustered by region. Associations: regions where more is
    /// invented also draw universities and services. Cost: two regressions.
    /// Source: Jaffe 1989; Feldman 1994, doi:10.1007/978-94-017-3333-5; framework 3.5 (M9).
    /// </remarks>
    /// <param name="sample">Innovations and inputs.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The elasticities.</returns>
    /// <exception cref="ArgumentException">Columns differ in length, an input or count is below 0, or there is no input.</exception>
    public static KnowledgeProductionResult Estimate(
        KnowledgeProductionSample sample, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Require.That(sample.Inputs.Count > 0, nameof(sample.Inputs), "must hold an input; there was none");
        int[] all = [.. Enumerable.Range(0, sample.Innovations.Count)];
        (RegressionSample rows, ModelSpecification model) = Rows(sample, "innovations", all, value => value);
        PoissonRegressionResult counts = PoissonRegression.Estimate(
            rows, new PoissonRegressionOptions { Model = model, Covariance = PoissonCovariance.Cluster }, execution, cancellationToken);
        int[] some = [.. all.Where(row => sample.Innovations[row] > 0)];
        CoefficientTable? logarithms = some.Length > counts.Coefficients.Terms.Count + counts.AbsorbedParameters + 1
            && some.Select(row => sample.Regions[row]).Distinct().Count() > 1
            ? Logarithms(sample, some, execution, cancellationToken)
            : null;
        return new KnowledgeProductionResult
        {
            Counts = counts.Coefficients,
            CountRows = counts.Rows.Count,
            Logarithms = logarithms,
            LogarithmRows = some.Length,
            Notes = counts.Notes,
            Provenance = new Provenance("learning.knowledge-production", "", Source),
        };
    }

    private static CoefficientTable Logarithms(
        KnowledgeProductionSample sample, int[] some, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (RegressionSample rows, ModelSpecification model) = Rows(sample, "ln_innovations", some, Math.Log);
        return rows.Absorb.Count == 0
            ? ClusterRobustRegression.Estimate(rows, new ClusterRobustRegressionOptions { Model = model }, execution, cancellationToken).Coefficients
            : FixedEffectsRegression.Estimate(
                rows, new FixedEffectsRegressionOptions { Model = model, Covariance = FixedEffectsCovariance.Cluster }, execution, cancellationToken).Coefficients;
    }

    private static (RegressionSample Rows, ModelSpecification Model) Rows(
        KnowledgeProductionSample sample, string name, int[] rows, Func<double, double> form)
    {
        int count = sample.Innovations.Count;
        Require.SameLength(count, sample.Regions.Count, nameof(sample.Regions));
        LogTerms terms = new();
        foreach ((string input, IReadOnlyList<double> amounts) in sample.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            Require.SameLength(count, amounts.Count, input);
            terms.Add(input, [.. rows.Select(row => amounts[row])]);
        }

        RegressionSample regression = new(Table.Of("rows", [Column.Of(name, rows.Select(row => form(sample.Innovations[row]))), .. terms.Columns]))
        {
            Absorb = sample.Industries is { } industries ? [Grouping.Of([.. rows.Select(row => industries[row])])] : [],
            Clusters = [[.. rows.Select(row => sample.Regions[row])]],
        };
        return (regression, new ModelSpecification { Outcome = name, Terms = terms.Names });
    }
}
