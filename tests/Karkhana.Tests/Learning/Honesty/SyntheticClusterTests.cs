using Karkhana.Benchmarks.Learning;
using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning.Honesty;

public sealed class SyntheticClusterTests
{
    private static readonly SyntheticCluster Cluster = new();

    [Fact]
    public void The_places_have_the_sizes_of_the_framework()
    {
        Dictionary<string, int> sizes = Cluster.Places.GroupBy(place => place.Split(' ')[0] == "rural" ? "rural" : place).ToDictionary(
            place => place.Key, place => place.Count());

        sizes.ShouldBe(new Dictionary<string, int> { ["main cluster"] = 140, ["second cluster"] = 60, ["town"] = 30, ["rural"] = 90 }, ignoreOrder: true);
        Cluster.Clustered.Count(clustered => clustered).ShouldBe(200);
    }

    [Fact]
    public void Everything_says_that_it_is_synthetic()
    {
        Cluster.FirmIds.ShouldAllBe(id => id.StartsWith("SYNTHETIC", StringComparison.Ordinal));
        Cluster.Survey.Synthetic.ShouldAllBe(synthetic => synthetic);
        Cluster.Survey.Items.ShouldAllBe(item => item.Labels["en"].StartsWith("SYNTHETIC", StringComparison.Ordinal));
        Cluster.True().Exposures.Exposures.ShouldAllBe(exposure => exposure.Sources == "SYNTHETIC");
    }

    [Fact]
    public void A_seed_names_one_cluster()
    {
        SyntheticCluster again = new();
        SyntheticCluster other = new(SyntheticCluster.DefaultSeed + 1);

        again.Capability.ShouldBe(Cluster.Capability);
        again.Survey.Answers.SelectMany(answers => answers).ShouldBe(Cluster.Survey.Answers.SelectMany(answers => answers));
        other.Capability.ShouldNotBe(Cluster.Capability);
    }

    [Fact]
    public void Owners_with_more_education_are_in_clusters_more_often()
    {
        double[] gaps = [.. Enumerable.Range(0, 20).Select(i =>
        {
            SyntheticCluster cluster = new(SyntheticCluster.DefaultSeed + (ulong)i);
            double[] education = cluster.Controls["education"];
            double Mean(bool clustered) => Sums.Mean([.. education.Where((_, firm) => cluster.Clustered[firm] == clustered)]);
            return (Mean(true) - Mean(false)) / Math.Sqrt(Sums.Variance(education));
        })];

        Sums.Mean(gaps).ShouldBeInRange(0.35, 0.6); // logit slope 0.5 flattened by a taste of SD 0.5
    }

    [Fact]
    public void Six_in_a_hundred_answers_are_missing_and_more_sales_of_those_who_do_well()
    {
        double missing = Cluster.Survey.Missing.Average(codes => codes.Count(code => code != MissingCode.Present) / (double)codes.Length);
        missing.ShouldBe(0.06, tolerance: 0.01);

        double[] shares = [.. Enumerable.Range(0, 20).Select(i =>
            new SyntheticCluster(SyntheticCluster.DefaultSeed + (ulong)i).True().Variables[HypothesisVariables.Performance].Count(double.IsNaN) / 320.0)];
        Sums.Mean(shares).ShouldBeInRange(0.22, 0.3);
    }

    [Fact]
    public void Ties_are_capped_and_nobody_turns_to_himself()
    {
        Cluster.Partners.ShouldAllBe(partners => partners.Count <= 12);
        Cluster.Partners.Select((partners, firm) => partners.Contains(firm)).ShouldAllBe(self => !self);
        Cluster.Partners.Sum(partners => partners.Count).ShouldBeGreaterThan(320);
    }

    [Fact]
    public void The_null_advantage_has_no_planted_cell_and_the_others_have()
    {
        foreach (SyntheticEffects effects in Enum.GetValues<SyntheticEffects>())
        {
            IReadOnlyList<PlantedCell> cells = new SyntheticCluster(1, effects).Cells();

            cells.ShouldNotContain(cell => cell.Term == "EE05");
            cells.ShouldAllBe(cell => cell.Sign == 1 || cell.Sign == -1);
            Enum.GetValues<PlantedKind>().ShouldAllBe(kind => cells.Any(cell => cell.Kind == kind));
        }
    }

    [Fact]
    public void Being_in_a_cluster_truly_raises_capability_by_less_than_the_groups_differ()
    {
        double naive = Cluster.Capability.Where((_, firm) => Cluster.Clustered[firm]).Average()
            - Cluster.Capability.Where((_, firm) => !Cluster.Clustered[firm]).Average();

        Cluster.TrueDifference().ShouldBeInRange(0.01, naive - 0.01);
    }

    [Fact]
    public void The_differential_item_is_harder_for_dispersed_firms_and_others_are_not()
    {
        // Over clusters, answers at the same capability: regressed on it, the residuals of the item differ and those of its neighbours do not.
        double Gap(string item) => Sums.Mean([.. Enumerable.Range(0, 20).Select(i =>
        {
            SyntheticCluster cluster = new(SyntheticCluster.DefaultSeed + (ulong)i);
            double[] answers = cluster.Survey.AnswersTo(item)!;
            int[] known = [.. Enumerable.Range(0, answers.Length).Where(firm => !double.IsNaN(answers[firm]))];
            (double slope, double level) = Line([.. known.Select(firm => cluster.Capability[firm])], [.. known.Select(firm => answers[firm])]);
            double Residual(bool clustered) => Sums.Mean([.. known.Where(firm => cluster.Clustered[firm] == clustered)
                .Select(firm => answers[firm] - level - (slope * cluster.Capability[firm]))]);
            return Residual(false) - Residual(true);
        })]);

        Gap("C07").ShouldBeLessThan(-0.15);
        Gap("C08").ShouldBe(0, tolerance: 0.1);
    }

    private static (double Slope, double Level) Line(double[] x, double[] y)
    {
        (double meanX, double meanY) = (Sums.Mean(x), Sums.Mean(y));
        double slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / x.Sum(a => (a - meanX) * (a - meanX));
        return (slope, meanY - (slope * meanX));
    }
}
