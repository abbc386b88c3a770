using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Compares the firms of one sample, draw by draw, and combines the draws.</summary>
internal sealed class ComparisonRuns(
    ComparisonSample sample, ClusterComparisonOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    /// <summary>Gets the pairs of 1:1 matching by draw; empty until they were made.</summary>
    public List<MatchedOutcomes> Pairs { get; } = [];

    /// <summary>Estimates; the reason stands in the result where the firms cannot be compared.</summary>
    public (ComparisonEstimate Estimate, ComparisonBalance[] Balance) Estimate(ComparisonEstimate empty)
    {
        if (sample.Covariates.Count == 0)
        {
            return (empty with { Refusal = EstimateRefusal.NothingHeld, Reason = "No covariate varies among the firms, so that there is nothing to make them alike in." }, []);
        }

        try
        {
            DrawnComparison[] runs = [.. sample.Draws.Select((draw, number) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Run(empty.Estimator, draw, number);
            })];
            return runs.All(run => double.IsFinite(run.Estimate) && double.IsFinite(run.Error))
                ? (Pooled(empty, runs), Balance(empty, runs))
                : (empty with { Refusal = EstimateRefusal.NotAlike, Reason = "No weights of the dispersed firms make them like the clustered in all covariates." }, Balance(empty, runs));
        }
        catch (ArgumentException problem)
        {
            return (empty with { Refusal = EstimateRefusal.NoOverlap, Reason = $"The firms do not overlap enough to be compared in this way: {problem.Message}" }, []);
        }
    }

    private ComparisonEstimate Pooled(ComparisonEstimate empty, DrawnComparison[] runs)
    {
        double level = options.Equations.Level;
        PooledCoefficients pooled = RubinRules.Pool(
            [.. runs.Select(run => (
                new CoefficientTable([ComparisonSample.Status], [run.Estimate], [run.Error], [run.Degrees], level),
                (IReadOnlyList<double>)[run.Error * run.Error]))],
            DegreesFor(empty.Estimator));
        return empty with
        {
            Gap = pooled.Coefficients,
            ShareMeasurement = pooled.ShareBetween[0],
            PermutationPValue = runs[0].PermutationPValue,
            Trimmed = Sums.Mean([.. runs.Select(run => run.Trimmed)]),
            EffectiveDispersed = Sums.Mean([.. runs.Select(run => run.Effective)]),
        };
    }

    // Those of matching count pairs of firms. Places are not made fewer by scores that are measured with error.
    private static PooledDegrees DegreesFor(ComparisonEstimator estimator) =>
        estimator == ComparisonEstimator.NearestNeighbour ? PooledDegrees.BarnardRubin : PooledDegrees.Satterthwaite;

    private static ComparisonBalance[] Balance(ComparisonEstimate estimate, DrawnComparison[] runs)
    {
        BalanceTable[] tables = [.. runs.Select(run => run.Balance!)];
        return [.. tables[0].Variables.Select((variable, place) => new ComparisonBalance(
            estimate.Outcome, estimate.Estimator, variable,
            Sums.Mean([.. tables.Select(table => table.Before[place])]),
            Sums.Mean([.. tables.Select(table => table.After[place])])))];
    }

    private DrawnComparison Run(ComparisonEstimator estimator, Dictionary<string, double[]> draw, int number) => estimator switch
    {
        ComparisonEstimator.NearestNeighbour => Matched(draw),
        ComparisonEstimator.Kernel => Smoothed(draw, number),
        ComparisonEstimator.EntropyBalancing => Balanced(draw),
        _ => Augmented(draw, number),
    };

    private DrawnComparison Matched(Dictionary<string, double[]> draw)
    {
        NearestNeighbourMatchingResult result = NearestNeighbourMatching.Estimate(
            sample.Treatment(draw),
            new NearestNeighbourMatchingOptions { Terms = sample.Covariates, Caliper = options.Caliper, Scale = MatchingScale.Logit },
            execution, cancellationToken);
        double[] outcome = draw[sample.Outcome];
        if (result.Pairs.Count > 0)
        {
            Pairs.Add(new MatchedOutcomes(
                [.. result.Pairs.Select(pair => outcome[pair.Treated])], [.. result.Pairs.Select(pair => outcome[pair.Control])]));
        }

        int clustered = draw[ComparisonSample.Status].Count(status => status == 1);
        return new DrawnComparison(result.Att, result.StandardError, result.MatchedTreated - 1)
        {
            Balance = result.Balance,
            Trimmed = clustered - result.MatchedTreated,
            Effective = result.MatchedTreated,
        };
    }

    private DrawnComparison Smoothed(Dictionary<string, double[]> draw, int number)
    {
        KernelMatchingResult result = KernelMatching.Estimate(
            sample.Treatment(draw),
            new KernelMatchingOptions { Terms = sample.Covariates, Replicates = options.BootstrapSamples, Seed = sample.Seed + (ulong)number },
            execution, cancellationToken);
        int clustered = draw[ComparisonSample.Status].Count(status => status == 1);
        return new DrawnComparison(result.Effects.Estimates[0], result.Effects.StandardErrors[0], double.PositiveInfinity)
        {
            Balance = result.Balance,
            Trimmed = clustered - result.MatchedTreated,
            Effective = result.EffectiveSampleSize,
        };
    }

    private DrawnComparison Balanced(Dictionary<string, double[]> draw)
    {
        TreatmentSample firms = sample.Treatment(draw);
        EntropyBalancingResult result = EntropyBalancing.Estimate(
            firms, new EntropyBalancingOptions { Terms = sample.Covariates, Moments = 2 }, execution, cancellationToken);
        result = result.TargetsMet ? result : EntropyBalancing.Estimate(
            firms, new EntropyBalancingOptions { Terms = sample.Covariates }, execution, cancellationToken);
        return new DrawnComparison(result.Att, result.StandardError, Degrees)
        {
            Balance = result.Balance,
            Trimmed = 0,
            Effective = result.EffectiveSampleSize,
        };
    }

    private DrawnComparison Augmented(Dictionary<string, double[]> draw, int number)
    {
        AugmentedWeightingResult result = AugmentedWeighting.Estimate(
            sample.Treatment(draw), AugmentedOptions(sample, options, number), execution, cancellationToken);
        return new DrawnComparison(result.Differences.Estimates[0], result.Differences.StandardErrors[0], Degrees)
        {
            Balance = result.Balance,
            Trimmed = result.Trimmed,
            Effective = result.EffectiveSampleSize,
            PermutationPValue = result.PermutationPValues[0],
        };
    }

    /// <summary>Gives what cross-fitted weighting is asked for on a draw; clusters exchange their status on the first alone.</summary>
    public static AugmentedWeightingOptions AugmentedOptions(ComparisonSample sample, ClusterComparisonOptions options, int number) => new()
    {
        Terms = sample.Covariates,
        Trim = options.Trim,
        Permutations = number == 0 ? options.Permutations : 0,
        Seed = sample.Seed + (ulong)number,
    };

    private double Degrees => sample.HasPlacesOfBothKinds ? sample.Places - 1 : double.PositiveInfinity;
}
