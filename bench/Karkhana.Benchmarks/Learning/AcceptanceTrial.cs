using Karkhana.Capability;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Runs the pipeline on one SYNTHETIC cluster and judges it against the truth.</summary>
internal sealed class AcceptanceTrial(SyntheticCluster cluster, AcceptanceOptions options)
{
    private const double Rate = 0.05;

    private static readonly ExecutionOptions Alone = new() { Workers = 1 };
    private readonly EquationOptions _equations = new() { Draws = options.Draws, Errors = options.Errors };

    private static readonly string[] TrueHypotheses = ["H3", "H9", "H12", "H14"];

    public Acceptance Judge(CancellationToken cancellationToken)
    {
        ConstructScoreOptions scoring = new() { PlausibleValues = 1 };
        FirmScores scores = FirmScores.Of(cluster.FirmIds, cluster.Survey, scoring, Alone, cancellationToken);
        LearningSample sample = cluster.Scored(scores, MechanismScores.Estimate(cluster.FirmIds, cluster.Survey, cluster.Seed));
        LearningSample truth = cluster.True();
        ScaleDifferences scale = ScaleDiagnostics.Estimate(
            new ScaleDiagnosticsInput(scores, cluster.Survey, [.. cluster.Clustered.Select(clustered => (bool?)clustered)]),
            new ScaleDiagnosticsOptions { Replicates = 19 }, Alone, cancellationToken).Differences.First(found => found.Construct == "capability");
        (AugmentedWeightingResult? comparison, double naive) = Compare([.. sample.Scores.Find("capability")!.Values], cancellationToken);
        (AugmentedWeightingResult? trueComparison, double trueNaive) = Compare([.. cluster.Capability], cancellationToken);
        double deviation = Math.Sqrt(Sums.Variance([.. cluster.Capability]));
        double difference = cluster.TrueDifference() / deviation;
        (double nullReported, double reported) = Reported(sample, cancellationToken);
        SignCount signs = new(cluster.Cells(), _equations, cancellationToken);
        return new Acceptance
        {
            DifferentialSlope = cluster.DifferentialSlope,
            Differential = DifferentialDetection.Of(Planted(scale.Items)),
            DifferentialFromTruth = DifferentialDetection.Of(Planted(ComparedOnTruth(cancellationToken))),
            FalselyNamed = Named(scale).Count(item => item != SyntheticAnswers.DifferentialItem),
            NaiveGap = naive,
            Augmented = comparison?.Differences.Estimates[0] ?? double.NaN,
            TrueDifference = difference,
            TrueNaiveGap = trueNaive,
            AugmentedOnTruth = trueComparison?.Differences.Estimates[0] ?? double.NaN,
            Covered = trueComparison is null ? double.NaN
                : difference >= trueComparison.Differences.ConfidenceLow[0] && difference <= trueComparison.Differences.ConfidenceHigh[0] ? 1 : 0,
            Paths = Paths(sample, cancellationToken),
            PathsFromTruth = Paths(truth, cancellationToken),
            Planted = signs.Planted(),
            AllPositive = signs.AllPositive(),
            Recovered = signs.OneAtATime(sample, othersHeld: true),
            RecoveredAlone = signs.OneAtATime(sample, othersHeld: false),
            RecoveredTogether = signs.Together(sample),
            RecoveredFromTruth = signs.Together(truth),
            CellSlopes = [.. signs.SlopesTogether(sample).Select(found => found.Slope)],
            NullReported = nullReported,
            Reported = reported,
            SortingMarked = comparison is not null && Marks(comparison) ? 1 : 0,
            Supported = Supported(sample, cancellationToken),
        };
    }

    // With as many draws as the product takes: what few draws add is no part of the question.
    private double[] Paths(LearningSample sample, CancellationToken cancellationToken) =>
        [.. new ConstructPathEstimates(cluster, sample, _equations with { Draws = new EquationOptions().Draws }, cancellationToken).All().Zip(ConstructPaths.All, (found, path) =>
            Math.Sign(found.Slope) * path.Sign * (1 - (found.PValue / 2)))];

    private static ItemDifference Planted(IEnumerable<ItemDifference> items) => items.First(item => item.Item == SyntheticAnswers.DifferentialItem);

    // The same comparison by one who knows what nobody knows: where it fails, no score can help.
    private IReadOnlyList<ItemDifference> ComparedOnTruth(CancellationToken cancellationToken)
    {
        string[] items = [.. cluster.Survey.Items.Where(item => item.Construct == "capability").Select(item => item.Id)];
        return DifferentialItemFunctioning.Estimate(
            new GroupedResponses(
                new ItemResponses(items, [.. items.Select(item => cluster.Survey.AnswersTo(item)!.ToArray())]),
                [.. cluster.Clustered.Select(clustered => clustered ? "clustered" : "dispersed")])
            {
                Scores = [.. cluster.Capability],
            },
            new DifferentialItemFunctioningOptions
            {
                Method = DifferentialItemFunctioningMethod.Ordinal,
                Matching = MatchingVariable.Score,
                ReferenceGroup = "clustered",
            },
            Alone, cancellationToken).Items;
    }

    private static string[] Named(ScaleDifferences scale) => [.. scale.Flagged, .. scale.Suspected];

    // Owners of clustered firms differ before any weighting: what the groups show side by side is not the place alone.
    private static bool Marks(AugmentedWeightingResult comparison) =>
        comparison.Balance.Variables.Zip(comparison.Balance.Before).Any(pair => pair.First == "education" && Math.Abs(pair.Second) > 0.1);

    private (AugmentedWeightingResult? Result, double Naive) Compare(double[] capability, CancellationToken cancellationToken)
    {
        double[] outcome = Standard.Scores(capability);
        double Mean(bool clustered) => Sums.Mean([.. outcome.Where((value, firm) => cluster.Clustered[firm] == clustered && !double.IsNaN(value))]);
        Table covariates = Table.Of("covariates", [.. cluster.Controls.Select(control => Column.Of(control.Key, control.Value))]);
        TreatmentSample sample = new(
            new RegressionSample(covariates) { Clusters = [cluster.Places] }, [.. cluster.Clustered.Select(clustered => clustered ? 1.0 : 0)])
        {
            Outcome = outcome,
        };
        try
        {
            return (AugmentedWeighting.Estimate(
                sample, new AugmentedWeightingOptions { Terms = [.. cluster.Controls.Keys], Permutations = 0, Seed = cluster.Seed },
                Alone, cancellationToken), Mean(true) - Mean(false));
        }
        catch (ArgumentException)
        {
            return (null, Mean(true) - Mean(false)); // too little overlap in this draw: counted as not compared
        }
    }

    private (double Null, double All) Reported(LearningSample sample, CancellationToken cancellationToken)
    {
        ChannelAccountResult account = ChannelAccount.Estimate(
            sample, ChannelMatrix.Default(),
            new ChannelAccountOptions { Equations = _equations, PathDraws = 400 }, cancellationToken: cancellationToken);
        LearningRegressionsResult regressions = LearningRegressions.Estimate(sample, _equations, cancellationToken: cancellationToken);
        string[] found =
        [
            .. account.Paths.Where(path => path.AdjustedPValue <= Rate).Select(path => path.Advantage),
            .. regressions.Estimates.Where(estimate => estimate.AdjustedPValue <= Rate).Select(estimate => estimate.Term),
        ];
        return (found.Count(advantage => advantage == SyntheticPlan.Null), found.Length);
    }

    private double Supported(LearningSample sample, CancellationToken cancellationToken)
    {
        ClaimsGate open = new([.. ClaimsGate.For(new Dictionary<string, double>()).Decisions.Select(decision => decision with { Missing = [] })]);
        HypothesisTestsResult hypotheses = HypothesisTests.Estimate(
            sample, ChannelMatrix.Default(), open,
            new HypothesisOptions { Equations = _equations, Draws = 100 }, cancellationToken: cancellationToken);
        return TrueHypotheses.Count(id => hypotheses.Of(id).Verdict == Verdict.Supported) / (double)TrueHypotheses.Length;
    }
}
