using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Looks for the parameters under which an order of policies would be another.</summary>
public static class RankingOverturn
{
    private const int LeastDraws = 20;
    private const int LeastOfEither = 5; // and in a leaf of the tree, so that box and tree are searched in the same cases

    /// <summary>Holds the first policy against doing nothing and against the second.</summary>
    /// <remarks>
    /// A draw of parameters counts as overturned when the mean over its runs of the gain (against doing nothing), or of the margin
    /// by which the order is made (against the second), is not above 0. Patient rule induction then looks for a box of parameters in
    /// which such draws are frequent; from 20 draws on, with at least five of either kind. A classification tree (leaves of at least five draws, cut back
    /// by cross-validation within one standard error) parts the same draws by questions; how far the two mark the same draws and name the same parameters is told. Either
    /// is found in the draws at hand and is a lead, not a law. Cost: that of patient rule induction and of the tree. Source: framework 4.2; Bryant and Lempert 2010,
    /// doi:10.1016/j.techfore.2009.08.002; Lempert, Bryant and Bankes 2008, RAND WR-557 (box and tree side by side). Agrees with: experiments.patient-rule-induction,
    /// experiments.classification-tree.
    /// </remarks>
    /// <param name="scenarios">The runs.</param>
    /// <param name="ranking">The order.</param>
    /// <param name="options">The options of the comparison.</param>
    /// <param name="execution">Workers of the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>One search against doing nothing and, if there is a second policy, one against it; none when the first has no gain.</returns>
    public static IReadOnlyList<OverturnSearch> Estimate(
        ComparedScenarios scenarios,
        PolicyRankingResult ranking,
        PolicyComparisonOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(ranking);
        RunMoments moments = new(scenarios.ParameterDraws, scenarios.Replicates);
        if (!moments.AreRepeated && moments.Draws != moments.Runs)
        {
            return []; // one set of parameters: nothing that could overturn the order varies
        }

        RunValues values = new(scenarios, options ?? new PolicyComparisonOptions());
        PolicyEffect? first = ranking.Policies.Count == 0 ? null : ranking.Policies[0].Effect;
        if (first is null || first.CostPerGain.State != CostPerGainState.Defined)
        {
            return [];
        }

        double[] gains = moments.UnitMeans(values.Gain(scenarios.Find(first.Scenario)));
        List<OverturnSearch> searches = [Search(PolicySensitivity.Inputs(scenarios, moments), (first.Scenario, scenarios.Baseline.Scenario), gains, execution, cancellationToken)];
        if (ranking.Policies.Count > 1)
        {
            PolicyEffect second = ranking.Policies[1].Effect;
            double[] margins = moments.UnitMeans(new PolicyMargin(scenarios, values, first, second).ByRun);
            searches.Add(Search(PolicySensitivity.Inputs(scenarios, moments), (first.Scenario, second.Scenario), margins, execution, cancellationToken));
        }

        return searches;
    }

    private static OverturnSearch Search(
        Table inputs, (string First, string Against) pair, double[] byDraw, ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        int overturned = byDraw.Count(value => !(value > 0));
        bool isSearched = byDraw.Length >= LeastDraws && Math.Min(overturned, byDraw.Length - overturned) >= LeastOfEither
            && inputs.Columns.Count > 0;
        if (!isSearched)
        {
            return new OverturnSearch(pair.First, pair.Against, byDraw.Length, overturned, null, null);
        }

        CaseSample cases = new(inputs, Column.Of("overturned", byDraw.Select(value => value > 0 ? 0.0 : 1.0)));
        return new OverturnSearch(
            pair.First, pair.Against, byDraw.Length, overturned,
            PatientRuleInduction.Estimate(cases, new PatientRuleInductionOptions { LeastMass = 0.1 }, execution, cancellationToken),
            ClassificationTree.Estimate(
                cases, new ClassificationTreeOptions { LeastLeaf = LeastOfEither, LeastSplit = 2 * LeastOfEither, Resamples = 0 }, execution, cancellationToken));
    }
}
