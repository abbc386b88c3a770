using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>The comparisons of one outcome.</summary>
internal sealed class OutcomeComparison(
    LearningVariables variables, string outcome, ClusterComparisonOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    private readonly string[] _covariates = [.. LearningRegressions.Controls(variables).Where(name => name != outcome)];

    public List<ComparisonEstimate> Estimates { get; } = [];

    public List<ComparisonBalance> Balance { get; } = [];

    public List<Note> Notes { get; } = [];

    /// <summary>Gets the equations over all firms.</summary>
    public List<LearningFit> Equations { get; } = [];

    public ComparisonSensitivity? Sensitivity { get; private set; }

    public IReadOnlyList<string> Covariates => _covariates;

    /// <summary>Compares all firms, with balance and sensitivity.</summary>
    public void CompareAll(IReadOnlyList<ComparisonEstimator> estimators)
    {
        if (Begin(ComparisonGroups.All, [], estimators) is not { } sample)
        {
            return;
        }

        ComparisonRuns runs = new(sample, options, execution, cancellationToken);
        Weigh(ComparisonGroups.All, estimators, runs, keepBalance: true);
        Sensitivity = new ComparisonBias(sample, options, execution, cancellationToken).Of(Estimates[^1], runs.Pairs);
        if (!sample.HasPlacesOfBothKinds)
        {
            Notes.Add(new Note("places-split", Severity.Warning,
                $"{outcome}: clustered or dispersed firms stand in a single place, so that no place can be left out. Firms were dealt into parts by themselves, and the errors do not allow for what firms of a place share."));
        }
    }

    /// <summary>Compares the firms of a group.</summary>
    public void Compare(string group, IReadOnlyList<ComparisonEstimator> estimators)
    {
        if (Begin(group, [group], estimators) is { } sample)
        {
            Weigh(group, estimators, new ComparisonRuns(sample, WithoutPermutations, execution, cancellationToken), keepBalance: false);
        }
    }

    // A permutation refits everything; in groups looked at after the fact it would cost more than it tells.
    private ClusterComparisonOptions WithoutPermutations => options with { Permutations = 0 };

    private ComparisonSample? Begin(string group, string[] mask, IReadOnlyList<ComparisonEstimator> estimators)
    {
        ComparisonCovariates covariates = new(variables, _covariates, outcome, mask, options);
        LearningEquation plain = new("gap", outcome, [ComparisonSample.Status]) { AlsoKnown = [.. covariates.Needed, .. mask], Tested = [ComparisonSample.Status] };
        LearningEquation held = new("gap_adjusted", outcome, [ComparisonSample.Status, .. _covariates])
        {
            AlsoKnown = mask,
            Imputed = covariates.Imputed,
            Tested = [ComparisonSample.Status],
        };
        int[] rows = LearningEquations.CompleteRows(variables, held);
        int clustered = rows.Count(row => variables.Sample.Clustered[row]);
        ComparisonEstimate firms = new(outcome, group, ComparisonEstimator.Unadjusted, clustered, rows.Length - clustered) { Imputed = covariates.Lacking(rows) };
        if (Math.Min(firms.Clustered, firms.Dispersed) < options.LeastPerSide)
        {
            return Refuse(firms, estimators, FormattableString.Invariant(
                $"{firms.Clustered} clustered and {firms.Dispersed} dispersed firms have all values; a comparison needs {options.LeastPerSide} of each."));
        }

        LearningFit? gap = LearningEquations.Estimate(variables, plain, options.Equations, execution, cancellationToken);
        LearningFit? adjusted = LearningEquations.Estimate(variables, held, options.Equations, execution, cancellationToken);
        if (gap is null || adjusted is null)
        {
            return Refuse(firms, estimators, FormattableString.Invariant(
                $"{rows.Length} firms have all values; a comparison needs {Math.Max(options.Equations.LeastFirms, held.Terms.Count + 10)}."));
        }

        if (group == ComparisonGroups.All)
        {
            Equations.AddRange([gap, adjusted]);
        }

        Estimates.Add(Of(gap, firms));
        Estimates.Add(Of(adjusted, firms with { Estimator = ComparisonEstimator.Regression }));
        return new ComparisonSample(variables, adjusted, options.Equations.Draws);
    }

    private ComparisonSample? Refuse(ComparisonEstimate firms, IReadOnlyList<ComparisonEstimator> estimators, string reason)
    {
        Estimates.AddRange(estimators.Select(estimator => firms with { Estimator = estimator, Refusal = EstimateRefusal.FewFirms, Reason = reason }));
        return null;
    }

    private void Weigh(string group, IReadOnlyList<ComparisonEstimator> estimators, ComparisonRuns runs, bool keepBalance)
    {
        ComparisonEstimate first = Estimates[^1];
        foreach (ComparisonEstimator estimator in estimators.Where(estimator => estimator > ComparisonEstimator.Regression))
        {
            (ComparisonEstimate estimate, ComparisonBalance[] balance) = runs.Estimate(
                new ComparisonEstimate(outcome, group, estimator, first.Clustered, first.Dispersed) { Imputed = first.Imputed });
            Estimates.Add(estimate);
            Balance.AddRange(keepBalance ? balance : []);
        }
    }

    private ComparisonEstimate Of(LearningFit fit, ComparisonEstimate firms)
    {
        int place = fit.Coefficients.Find(ComparisonSample.Status);
        return firms with
        {
            Gap = new(
                [ComparisonSample.Status], [fit.Coefficients.Estimates[place]], [fit.Coefficients.StandardErrors[place]],
                [fit.Coefficients.DegreesOfFreedom[place]], options.Equations.Level),
            ShareMeasurement = fit.Pooled.ShareBetween[place],
            WildPValue = fit.WildPValueOf(ComparisonSample.Status),
        };
    }
}
