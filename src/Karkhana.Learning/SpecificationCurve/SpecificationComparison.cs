using Karkhana.Core.Execution;

namespace Karkhana.Learning;

/// <summary>A specification by one of the estimators that compare clustered with dispersed firms (M0).</summary>
internal static class SpecificationComparison
{
    // Specifications already share the workers.
    private static readonly ExecutionOptions OneWorker = new() { Workers = 1 };

    /// <summary>Gives the estimator of the comparison behind one of the curve; null where that is an equation.</summary>
    public static ComparisonEstimator? EstimatorOf(SpecificationEstimator estimator) => estimator switch
    {
        SpecificationEstimator.NearestNeighbour => ComparisonEstimator.NearestNeighbour,
        SpecificationEstimator.EntropyBalancing => ComparisonEstimator.EntropyBalancing,
        SpecificationEstimator.AugmentedWeighting => ComparisonEstimator.AugmentedWeighting,
        _ => null,
    };

    /// <summary>Compares firms of which the term is 1 with those of which it is 0; a refusal where they cannot be, or stay apart.</summary>
    public static ComparisonEstimate Estimate(SpecificationModel model, ComparisonEstimator estimator, CancellationToken cancellationToken)
    {
        LearningVariables variables = WithStatus(model);
        ClusterComparisonOptions options = new() { Equations = model.Options with { Errors = ErrorDependence.Independent }, Permutations = 0 };
        LearningEquation equation = Equation(model, variables, options);
        int[] rows = LearningEquations.CompleteRows(variables, equation);
        int clustered = rows.Count(row => variables.Sample.Clustered[row]);
        ComparisonEstimate firms = new(model.Outcome, ComparisonGroups.All, estimator, clustered, rows.Length - clustered);
        if (model.Sample.Weights.Count > 0)
        {
            return firms with { Refusal = EstimateRefusal.SamplingWeights };
        }

        if (model.Held.Count == 0)
        {
            return firms with { Refusal = EstimateRefusal.NothingHeld };
        }

        if (Math.Min(firms.Clustered, firms.Dispersed) < options.LeastPerSide
            || EquationDraws.Of(variables, equation, options.Equations, cancellationToken)?.With(options.Equations) is not { } adjusted)
        {
            return firms with { Refusal = EstimateRefusal.FewFirms };
        }

        ComparisonSample sample = new(variables, adjusted, options.Equations.Draws);
        (ComparisonEstimate found, ComparisonBalance[] balance) = new ComparisonRuns(sample, options, OneWorker, cancellationToken).Estimate(firms);

        // Without spread there is no standardised difference: all firms are the same in it.
        return found.Refusal is null && balance.Any(row => sample.Covariates.Contains(row.Covariate) && !row.IsBalanced && !double.IsNaN(row.After))
            ? found with { Refusal = EstimateRefusal.NotAlike }
            : found;
    }

    private static LearningEquation Equation(SpecificationModel model, LearningVariables variables, ClusterComparisonOptions options)
    {
        string[] held = [.. model.Held.Distinct().Where(name => name != ComparisonSample.Status)];
        string[] known = model.Term == ComparisonSample.Status ? [] : [model.Term];
        return new LearningEquation("specification", model.Outcome, [ComparisonSample.Status, .. held])
        {
            AlsoKnown = known,
            Imputed = new ComparisonCovariates(variables, held, model.Outcome, known, options with { MissingCovariates = model.MissingCovariates }).Imputed,
        };
    }

    // The comparison asks for clustered firms; what counts as clustered is the term of the specification.
    private static LearningVariables WithStatus(SpecificationModel model)
    {
        LearningVariables variables = model.Variables;
        return model.Term == ComparisonSample.Status ? variables : new LearningVariables(variables.Sample with
        {
            Clustered = [.. variables.Of(model.Term).Select(value => value == 1)],
        });
    }
}
