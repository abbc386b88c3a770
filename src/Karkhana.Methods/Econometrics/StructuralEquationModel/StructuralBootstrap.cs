using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Fits a structural equation model to rows drawn with replacement.</summary>
/// <remarks>The search begins at the estimates of the sample, so that factors keep their direction. Source: Efron and Tibshirani
/// 1993, chapter 13.</remarks>
internal static class StructuralBootstrap
{
    /// <summary>Gives parameters, thresholds and defined sums by replicate; a row of NaN where a replicate has no fit.</summary>
    public static ReplicateRows? Of(
        ItemResponses used,
        StructuralEstimates estimates,
        DefinedParameters defined,
        StructuralEquationModelOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        if (options.Replicates == 0)
        {
            return null;
        }

        bool incomplete = options.Missing == IncompleteRows.FullInformation;
        ItemResponses drawnFrom = incomplete ? used : used.Complete();
        int places = estimates.Terms.Count + estimates.Thresholds.Count;
        double[] none = [.. Enumerable.Repeat(double.NaN, places + defined.Names.Count())];
        return new ResampledStatistic(
            "bootstrap over rows", (options.Replicates, options.Seed), ResampledStatistic.Apart(drawnFrom.Respondents), none.Length,
            times =>
            {
                // A sample that lost a category has fewer thresholds, and other ones.
                double[]? values = Refit(drawnFrom.Repeated(times), estimates, options, cancellationToken);
                return values?.Length == places ? [.. values, .. defined.At(values)] : none;
            }).Draw(execution, cancellationToken);
    }

    private static double[]? Refit(
        ItemResponses drawn, StructuralEstimates estimates, StructuralEquationModelOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return options.Estimator == StructuralEstimator.DiagonallyWeighted
                ? OrderedFit.Values(estimates.Roles, estimates.Fitted, drawn.Varying(), estimates.Point, cancellationToken)
                : NormalTheoryFit.Values(
                    estimates.Roles, estimates.Fitted, options, StructuralSample.Of(drawn, estimates.Roles, options, cancellationToken),
                    estimates.Point, cancellationToken);
        }
        catch (ArgumentException)
        {
            return null; // a sample that a user would be refused: a column that does not vary, a singular matrix
        }
    }
}
