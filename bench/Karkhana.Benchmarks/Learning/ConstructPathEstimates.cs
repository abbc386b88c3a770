using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Estimates the paths between constructs of a SYNTHETIC cluster from what a study would have: answers, exposures, register, ties.</summary>
internal sealed class ConstructPathEstimates(
    SyntheticCluster cluster, LearningSample scored, EquationOptions options, CancellationToken cancellationToken)
{
    private const string NoPartners = "no_partners";

    private readonly LearningSample _sample = LearningPaths.WithIndices(scored with { Variables = WithRegisterAndTies(cluster, scored) }, ChannelMatrix.Default());

    /// <summary>Gives slope and p-value of each of <see cref="ConstructPaths.All"/>; NaN where it could not be estimated.</summary>
    public (double Slope, double PValue)[] All()
    {
        LearningPathsResult paths = LearningPaths.Estimate(scored, ChannelMatrix.Default(), options, cancellationToken: cancellationToken);
        Dictionary<(string, string), (double, double)> found = [];
        foreach (LearningFit fit in paths.Equations)
        {
            Add(found, fit.Equation.Outcome, fit.Coefficients, fit.Equation.Terms);
        }

        foreach (LearningPath path in paths.Paths)
        {
            found[(path.Outcome, path.Term)] = (path.Estimate, path.PValue);
        }

        foreach ((string outcome, string[] terms, string[] held) in Further())
        {
            if (LearningEquations.Estimate(_sample, new LearningEquation(outcome, outcome, [.. terms, .. held]), options, cancellationToken: cancellationToken) is { } fit)
            {
                Add(found, outcome, fit.Coefficients, terms);
            }
        }

        CoefficientTable ties = Ties();
        Add(found, ConstructPaths.Tie, ties, ties.Terms);
        return [.. ConstructPaths.All.Select(path => found.GetValueOrDefault((path.Outcome, path.Term), (double.NaN, double.NaN)))];
    }

    private IEnumerable<(string Outcome, string[] Terms, string[] Held)> Further()
    {
        string[] controls = [.. scored.Controls.Keys];
        string[] held = [.. controls, "clustered"];
        yield return (ConstructPaths.Incentive, [ConstructPaths.Leakage],
            [LearningPaths.IndexOf(LearningChannel.IncentiveForEffort), ConstructPaths.Rivalry, ConstructPaths.RivalrySquared, .. held]);
        yield return (ConstructPaths.SmallestTooLarge, ["JA05"],
            [LearningPaths.IndexOf(LearningChannel.ResourcesForEffort), LearningPaths.IndexOf(LearningChannel.CostOfEffort), .. held]);
        yield return ("capability", [ConstructPaths.Partners, ConstructPaths.Neighbours],
            ["effort", ConstructPaths.Effectiveness, "absorptive_capacity", NoPartners, .. held]);
        yield return ("clustered", ["education"], [.. controls.Where(control => control != "education")]);
        yield return (HypothesisVariables.Training, ["DE02"], held);
        yield return (HypothesisVariables.Openness, [HypothesisVariables.Gatekeeper], controls);
        yield return ("absorptive_capacity", [HypothesisVariables.Gatekeeper], controls);
    }

    private static void Add(
        Dictionary<(string, string), (double, double)> found, string outcome, CoefficientTable coefficients, IReadOnlyList<string> terms)
    {
        foreach (string term in terms.Where(term => coefficients.Find(term) >= 0))
        {
            int place = coefficients.Find(term);
            found[(outcome, term)] = (coefficients.Estimates[place], coefficients.PValues[place]);
        }
    }

    // Over ordered pairs of firms whose capability is known; errors clustered by the firm that asks.
    private CoefficientTable Ties()
    {
        double[] capability = [.. scored.Scores.Find("capability")!.Values];
        (int From, int To)[] pairs = [.. from one in Enumerable.Range(0, capability.Length) from other in Enumerable.Range(0, capability.Length)
            where one != other && !double.IsNaN(capability[one] + capability[other]) select (one, other)];
        double[] Of(Func<int, int, double> value) => [.. pairs.Select(pair => value(pair.From, pair.To))];
        bool[][] tied = [.. cluster.Partners.Select(partners => Enumerable.Range(0, capability.Length).Select(partners.Contains).ToArray())];
        return BinaryRegression.Estimate(
            new RegressionSample(Table.Of(
                "pairs",
                Column.Of(ConstructPaths.Tie, Of((one, other) => tied[one][other] ? 1 : 0)),
                Column.Of(ConstructPaths.Distance, Of(cluster.Distance)),
                Column.Of(ConstructPaths.Kin, Of((one, other) => cluster.AreKin(one, other) ? 1 : 0)),
                Column.Of(ConstructPaths.SameStage, Of((one, other) => cluster.ShareStage(one, other) ? 1 : 0)),
                Column.Of(ConstructPaths.BothCapabilities, Of((one, other) => capability[one] + capability[other]))))
            {
                Clusters = [[.. pairs.Select(pair => cluster.FirmIds[pair.From])]],
            },
            new BinaryRegressionOptions
            {
                Model = new ModelSpecification
                {
                    Outcome = ConstructPaths.Tie,
                    Terms = [ConstructPaths.Distance, ConstructPaths.Kin, ConstructPaths.SameStage, ConstructPaths.BothCapabilities],
                },
                Covariance = BinaryCovariance.Cluster,
            },
            cancellationToken: cancellationToken).Coefficients;
    }

    private static Dictionary<string, double[]> WithRegisterAndTies(SyntheticCluster cluster, LearningSample scored)
    {
        double[] capability = [.. scored.Scores.Find("capability")!.Values];
        double mean = Sums.Mean([.. capability.Where(value => !double.IsNaN(value))]);
        double Weighted(IEnumerable<(int Firm, double Weight)> others)
        {
            (int Firm, double Weight)[] known = [.. others.Where(other => other.Weight > 0 && !double.IsNaN(capability[other.Firm]))];
            return known.Length == 0 ? mean : known.Sum(other => other.Weight * capability[other.Firm]) / known.Sum(other => other.Weight);
        }

        int[] firms = [.. Enumerable.Range(0, capability.Length)];
        return new Dictionary<string, double[]>(scored.Variables)
        {
            [ConstructPaths.Leakage] = [.. cluster.Leakage],
            [ConstructPaths.SmallestTooLarge] = [.. cluster.Survey.AnswersTo("M4")!],
            [ConstructPaths.Partners] = [.. firms.Select(firm => Weighted(cluster.Partners[firm].Select(other => (other, 1.0))))],
            [ConstructPaths.Neighbours] = [.. firms.Select(firm => Weighted(firms.Select(other => (other, cluster.Nearness(firm, other)))))],
            [NoPartners] = [.. firms.Select(firm => cluster.Partners[firm].Count == 0 ? 1.0 : 0)],
        };
    }
}
