using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Karkhana.Methods.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class NetworkModelsTests
{
    private const int Firms = 600;

    [Fact]
    public void Pairs_that_made_ties_come_back_with_seven_terms_and_any_number_of_workers()
    {
        KnowledgeTieSample sample = Pairs(40);
        KnowledgeTieOptions options = new() { Permutations = 199 };

        KnowledgeTiesResult result = KnowledgeTies.Estimate(sample, options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        KnowledgeTiesResult many = KnowledgeTies.Estimate(sample, options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);

        NetworkRegressionResult regression = result.Regression!;
        regression.Terms.ShouldBe(
            ["intercept", "absorptive_capacity_difference", "absorptive_capacity_sum", "same_subsector", "distance", "kinship", "business_tie", "common_association"]);
        foreach ((string term, double planted) in new[] { ("absorptive_capacity_sum", 0.5), ("distance", -0.4), ("kinship", 1.5) })
        {
            int at = regression.Terms.ToList().IndexOf(term);
            Math.Abs(regression.Estimates[at] - planted).ShouldBeLessThan(3.5 * regression.StandardErrors[at]);
            regression.PValues[at].ShouldBeLessThanOrEqualTo(0.02);
        }

        many.Regression!.PValues.ShouldBe(regression.PValues);
        result.ToTable().Numbers("odds_ratio")[5].ShouldBe(Math.Exp(regression.Estimates[5]));
        result.LeftOut.ShouldBeEmpty();
    }

    [Fact]
    public void Terms_that_are_the_same_in_all_pairs_are_named_and_pairs_not_known_left_out()
    {
        KnowledgeTieSample sample = Pairs(20);
        double[] capacity = [.. sample.AbsorptiveCapacity];
        capacity[4] = double.NaN;
        KnowledgeTieSample changed = sample with
        {
            AbsorptiveCapacity = capacity,
            Subsectors = [.. Enumerable.Repeat("seed drills", 20)],
            Layers = [sample.Layers[0]],
        };

        KnowledgeTiesResult result = KnowledgeTies.Estimate(changed, new KnowledgeTieOptions { Permutations = 19 }, null, TestContext.Current.CancellationToken);

        result.LeftOut.ShouldBe(["same_subsector"]);
        result.Regression!.Observations.ShouldBe(19 * 18);
        result.Notes.Select(note => note.Code).ShouldContain("same-in-all-pairs");
    }

    [Fact]
    public void Ties_that_cannot_be_explained_are_not()
    {
        KnowledgeTieSample sample = Pairs(20);
        DyadMatrix none = DyadMatrix.Of(sample.Ties.Nodes, new double[400]);

        Reason(sample with { Ties = none }).ShouldContain("nothing to tell apart");
        Reason(Pairs(8)).ShouldContain("8 firms with all values are fewer than 10");
        Reason(new KnowledgeTieSample(sample.Ties) { Layers = [("kinship", none)] }).ShouldContain("nothing to compare");
        Should.Throw<ArgumentException>(() => Reason(new KnowledgeTieSample(sample.Ties)));
        Should.Throw<ArgumentException>(() => Reason(sample with { Subsectors = ["one"] }));
        Should.Throw<ArgumentException>(() => Reason(sample with { Layers = [("kinship", Pairs(8).Ties)] })).Message.ShouldContain("in their order");

        static string Reason(KnowledgeTieSample sample)
        {
            KnowledgeTiesResult result = KnowledgeTies.Estimate(sample, new KnowledgeTieOptions { Permutations = 19 }, null, TestContext.Current.CancellationToken);
            result.Regression.ShouldBeNull();
            result.ToTable().RowCount.ShouldBe(0);
            return result.Notes.ShouldHaveSingleItem().Text;
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-0.4)]
    public void The_effect_of_peers_that_made_the_data_comes_back(double peers)
    {
        Graph ties = Rings(1, 60);
        (LearningSample sample, double unit) = Learners(ties, peers);

        PeerEffectsReport report = PeerEffects.Estimate(
            sample, new PeerNetworkSample(ties, 0.9), new LearningEquation("peers", "capability", ["EE01"]), cancellationToken: TestContext.Current.CancellationToken);

        report.Refusal.ShouldBe(PeerRefusal.None);
        report.Rank.ShouldBe(3);
        report.Regression!.PeerEffect.ShouldBe(peers, tolerance: 1e-6);
        int own = report.Regression.TwoStage.Coefficients.Find("EE01");
        report.Regression.TwoStage.Coefficients.Estimates[own].ShouldBe(unit, tolerance: 1e-6);
        report.Words.ShouldContain("not influence shown");
        report.Words.ShouldContain(peers > 0 ? "in the same direction" : "in the opposite direction");
    }

    [Fact]
    public void Effects_of_parts_are_taken_out_where_there_are_parts()
    {
        Graph ties = Rings(5, 12);
        (LearningSample sample, _) = Learners(ties, 0.3);
        Score capability = sample.Scores.Scores[0];
        LearningSample shifted = sample with
        {
            Scores = new ScoreTable(sample.Scores.FirmIds, [capability with { Values = [.. capability.Values.Select((value, firm) => value + (firm / 12 * 2.0))] }]),
        };

        PeerEffectsReport report = PeerEffects.Estimate(
            shifted, new PeerNetworkSample(ties, 1), new LearningEquation("peers", "capability", ["EE01"]), cancellationToken: TestContext.Current.CancellationToken);

        report.Regression!.Rank.ShouldBe(4);
        report.Regression.PeerEffect.ShouldBe(0.3, tolerance: 1e-6);
    }

    [Fact]
    public void What_cannot_be_told_of_peers_is_said_in_words()
    {
        Graph ring = Rings(1, 60);
        (LearningSample sample, _) = Learners(ring, 0.3);
        Graph complete = Graph.Of(ring.Nodes, from i in Enumerable.Range(0, 60) from j in Enumerable.Range(0, 60) where i != j select (i, j, 1.0));
        (LearningSample explosive, _) = Learners(ring, 1.4);

        Refused(sample, new PeerNetworkSample(ring, 0.79), PeerRefusal.Response).Words.ShouldContain("79 %");
        Refused(sample, new PeerNetworkSample(complete, 1), PeerRefusal.Rank).Words.ShouldContain("the rank of I, G and G² is 2, not 3");
        Refused(sample, new PeerNetworkSample(Graph.Of(ring.Nodes, []), 1), PeerRefusal.Rank).Words.ShouldContain("No firm has a peer");
        PeerEffectsReport rejected = Refused(explosive, new PeerNetworkSample(ring, 1), PeerRefusal.Explosive);
        rejected.Words.ShouldContain("The model is rejected: its coefficient of the peers' capability is 1.40");
        LearningSample few = sample with { Variables = new Dictionary<string, double[]> { ["rare"] = [.. Enumerable.Range(0, 60).Select(firm => firm < 20 ? firm : double.NaN)] } };
        Refused(few, new PeerNetworkSample(ring, 1), PeerRefusal.Firms, "rare").Words.ShouldContain("20 firms have all answers");
        Should.Throw<ArgumentException>(() => Refused(sample, new PeerNetworkSample(ring, 1.2), PeerRefusal.None));
        Should.Throw<ArgumentException>(() => Refused(sample, new PeerNetworkSample(Rings(1, 12), 1), PeerRefusal.None));

        static PeerEffectsReport Refused(LearningSample sample, PeerNetworkSample network, PeerRefusal refusal, string term = "EE01")
        {
            PeerEffectsReport report = PeerEffects.Estimate(
                sample, network, new LearningEquation("peers", "capability", [term]), cancellationToken: TestContext.Current.CancellationToken);
            report.Refusal.ShouldBe(refusal);
            report.Regression.ShouldBeNull();
            return report;
        }
    }

    [Fact]
    public void The_ranks_of_the_framework_decide()
    {
        string[] four = ["a", "b", "c", "d"];
        Graph complete = Graph.Of(four, from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) where i != j select (i, j, 1.0));
        Graph line = Graph.Of(four, from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 4) where Math.Abs(i - j) == 1 select (i, j, 1.0));

        PeerNetwork.Of(complete, PeerDirection.Givers).Rank(2, TestContext.Current.CancellationToken).ShouldBe(2);
        PeerNetwork.Of(line, PeerDirection.Givers).Rank(2, TestContext.Current.CancellationToken).ShouldBe(3);
    }

    // y = peers · Gy + x + 0.5 Gx on the network, by solving for y; without error.
    private static (LearningSample Sample, double Unit) Learners(Graph ties, double peers)
    {
        int n = ties.NodeCount;
        double[] x = [.. Gaussian(21).Take(n)];
        PeerNetwork network = PeerNetwork.Of(ties, PeerDirection.Givers);
        double[] right = [.. x.Zip(network.OfPeers(x), (own, others) => own + (0.5 * others))];
        MathNet.Numerics.LinearAlgebra.Matrix<double> g = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(n, n);
        for (int j = 0; j < n; j++)
        {
            double[] unit = new double[n];
            unit[j] = 1;
            g.SetColumn(j, network.OfPeers(unit));
        }

        double[] y = [.. (MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseIdentity(n) - (peers * g)).Solve(
            MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(right))];
        string[] ids = SampleSurveys.Ids(n);
        LearningSample sample = new(
            [.. Enumerable.Range(0, n)], [.. Enumerable.Repeat(true, n)], [.. Enumerable.Repeat("p", n)],
            new ExposureTable(ids, [new Exposure("EE01", x, [], "test")]),
            new ScoreTable(ids, [new Score("capability", y, [], "test", [])]),
            new Dictionary<string, double[]>());
        return (sample, Math.Sqrt(Sums.Variance(x) / Sums.Variance(y)));
    }

    // Each firm receives from the two before it, in rings of their own.
    private static Graph Rings(int rings, int size) => Graph.Of(
        SampleSurveys.Ids(rings * size),
        Enumerable.Range(0, rings * size).SelectMany(firm => new[] { 1, 2 }.Select(step =>
            ((firm / size * size) + ((firm + size - step) % size), firm, 1.0))));

    private static KnowledgeTieSample Pairs(int firms)
    {
        string[] ids = SampleSurveys.Ids(firms);
        double[] capacity = Standard.Scores([.. Gaussian(31).Take(firms)]);
        (double[] x, double[] y) = (Gaussian(32), Gaussian(33));
        RandomStream stream = new(13, RandomPurpose.Example, 4100);
        DyadMatrix Of(Func<int, int, double> value) => DyadMatrix.Of(ids, [.. Enumerable.Range(0, firms * firms).Select(cell => value(cell / firms, cell % firms))]);
        DyadMatrix distance = Of((i, j) => Math.Sqrt(((x[i] - x[j]) * (x[i] - x[j])) + ((y[i] - y[j]) * (y[i] - y[j]))));
        DyadMatrix kinship = Of((i, j) => (i % 7) == (j % 7) ? 1 : 0);
        return new KnowledgeTieSample(Of((i, j) =>
        {
            double odds = -1.2 + (0.5 * (capacity[i] + capacity[j])) - (0.4 * distance[i, j]) + (1.5 * kinship[i, j]);
            return stream.NextDouble() < 1 / (1 + Math.Exp(-odds)) ? 1 : 0;
        }))
        {
            AbsorptiveCapacity = capacity,
            Subsectors = [.. Enumerable.Range(0, firms).Select(firm => firm * 5 % 11 < 5 ? "threshers" : "ploughs")],
            Layers =
            [
                ("distance", distance), ("kinship", kinship), ("business_tie", Of((i, j) => ((i * 3) + (j * 5)) % 4 == 0 ? 1 : 0)),
                ("common_association", Of((i, j) => i % 4 == 0 && j % 4 == 0 ? 1 : 0)),
            ],
        };
    }

    private static double[] Gaussian(int replicate)
    {
        RandomStream stream = new(13, RandomPurpose.Example, 4000 + replicate);
        return [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
    }
}
