using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ChannelAccountTests
{
    private const int Firms = 600;

    [Fact]
    public void A_planted_path_is_found_channel_by_channel()
    {
        ChannelAccountResult result = Estimate(Planted());
        (double effortUnit, double capabilityUnit) = Units();

        // EE02: cost channel 0.6 · 0.5, then effort to capability 0.6; without effort 0.3 (in units of the raw variables).
        ChannelPath cost = result.Find("EE02", LearningChannel.CostOfEffort)!;
        cost.Estimate.ShouldBe(0.6 * 0.5 * 0.6 / capabilityUnit, tolerance: 0.07);
        cost.Low.ShouldBeGreaterThan(0);
        cost.Comparison.ShouldBe(TheoryComparison.Agrees);
        ChannelPath without = result.Find("EE02", LearningChannel.SpilloverWithoutEffort)!;
        without.Estimate.ShouldBe(0.3 / capabilityUnit, tolerance: 0.09);
        AdvantageAccount account = result.Advantages.Single(row => row.Advantage == "EE02");
        account.ShareThroughEffort.ShouldBe(0.18 / 0.48, tolerance: 0.12);
        account.ThroughUnnamedChannels.IsClear.ShouldBeFalse();
        effortUnit.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_parts_add_up()
    {
        foreach (AdvantageAccount account in Estimate(Planted()).Advantages)
        {
            ChannelAccountResult result = Estimate(Planted());
            double named = result.Paths.Where(path => path.Advantage == account.Advantage
                && path.Channel is not (LearningChannel.StaticCost or LearningChannel.SpilloverWithoutEffort)).Sum(path => path.Estimate);
            account.ThroughEffort.Estimate.ShouldBe(named + account.ThroughUnnamedChannels.Estimate, tolerance: 1e-12);
            account.Total.Estimate.ShouldBe(account.ThroughEffort.Estimate + account.WithoutEffort.Estimate, tolerance: 1e-12);
            account.Total.Low.ShouldBeLessThan(account.Total.Estimate);
            account.Total.High.ShouldBeGreaterThan(account.Total.Estimate);
        }
    }

    [Fact]
    public void An_advantage_that_does_nothing_is_not_reported_and_has_no_share()
    {
        ChannelAccountResult result = Estimate(Planted());

        result.Paths.Where(path => path.Advantage == "EE05").ShouldAllBe(path => path.AdjustedPValue > 0.05);
        result.Find("EE05", LearningChannel.IncentiveForEffort)!.Comparison.ShouldBe(TheoryComparison.NotShown);
        result.Find("EE05", LearningChannel.CostOfEffort)!.Comparison.ShouldBe(TheoryComparison.NeitherExpectedNorShown);
        result.Advantages.Single(row => row.Advantage == "EE05").ShareThroughEffort.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_path_against_the_sign_of_the_matrix_is_called_so()
    {
        // EE08 lowers the incentive in the matrix; here it raises it.
        ChannelPath path = Estimate(Planted()).Find("EE08", LearningChannel.IncentiveForEffort)!;

        path.Theory.ShouldBeLessThan(0);
        path.Estimate.ShouldBeGreaterThan(0);
        path.Comparison.ShouldBe(TheoryComparison.Opposite);
    }

    [Fact]
    public void Static_advantage_is_sought_in_performance_with_capability_held_equal()
    {
        ChannelPath path = Estimate(Planted()).Find("EE02", LearningChannel.StaticCost)!;

        path.Low.ShouldBeGreaterThan(0);
        Estimate(Planted() with { Variables = new Dictionary<string, double[]>() }).Find("EE02", LearningChannel.StaticCost).ShouldBeNull();
    }

    [Fact]
    public void P_values_are_corrected_over_the_whole_family_and_a_product_has_the_greatest_of_its_factors()
    {
        ChannelAccountResult result = Estimate(Planted());

        result.Paths.Select(path => path.AdjustedPValue).ShouldBe(MultipleTesting.BenjaminiHochberg([.. result.Paths.Select(path => path.PValue)]));
        LearningFit channel = result.Equations.First(fit => fit.Equation.Outcome == ChannelConstruct.Of(LearningChannel.CostOfEffort) && fit.Equation.Terms[0] == "EE05");
        result.Find("EE05", LearningChannel.CostOfEffort)!.PValue.ShouldBeGreaterThanOrEqualTo(channel.Coefficients.PValues[channel.Coefficients.Find("EE05")]);
    }

    [Fact]
    public void Without_block_m_effort_is_one_path()
    {
        LearningSample sample = Planted();
        ChannelAccountResult result = Estimate(sample with
        {
            Scores = new ScoreTable(sample.Scores.FirmIds, [.. sample.Scores.Scores.Where(score => !score.Construct.StartsWith("mechanism", StringComparison.Ordinal))]),
        });

        AdvantageAccount account = result.Advantages.Single(row => row.Advantage == "EE02");
        account.ThroughEffort.Estimate.ShouldBe(account.ThroughUnnamedChannels.Estimate);
        double.IsNaN(account.ReportedInflow.Estimate).ShouldBeTrue();
        result.Paths.Where(path => path.Advantage == "EE02").Select(path => path.Channel).ShouldBe([LearningChannel.StaticCost, LearningChannel.SpilloverWithoutEffort]);
    }

    [Fact]
    public void Another_advantage_moves_no_number_of_the_first_when_it_is_not_held_equal()
    {
        LearningSample sample = Planted();
        LearningSample fewer = sample with { Exposures = sample.Exposures with { Exposures = [.. sample.Exposures.Exposures.Where(exposure => exposure.AdvantageId != "EE05")] } };

        AdvantageAccount Account(LearningSample from) => ChannelAccount.Estimate(
            from, ChannelMatrix.Default(), new ChannelAccountOptions { Equations = new EquationOptions { HoldOtherAdvantages = false } },
            cancellationToken: TestContext.Current.CancellationToken).Advantages.Single(row => row.Advantage == "EE08");
        Account(fewer).ShouldBe(Account(sample));
    }

    [Fact]
    public void Too_few_firms_or_no_effort_give_an_empty_account()
    {
        LearningSample sample = Planted();

        Estimate(sample with { Scores = new ScoreTable(sample.Scores.FirmIds, []) }).Advantages.ShouldBeEmpty();
        Estimate(sample with { Firms = [.. sample.Firms.Take(20)], Clustered = [.. sample.Clustered.Take(20)], Places = [.. sample.Places.Take(20)], Variables = new Dictionary<string, double[]>() })
            .Paths.ShouldBeEmpty();
    }

    [Fact]
    public void Tables_have_a_row_per_advantage_and_per_path()
    {
        ChannelAccountResult result = Estimate(Planted());

        result.ToTable().RowCount.ShouldBe(3);
        result.ToPaths().RowCount.ShouldBe(result.Paths.Count);
        result.ToPaths().Texts("comparison").ShouldContain("agrees");
    }

    private static ChannelAccountResult Estimate(LearningSample sample) => ChannelAccount.Estimate(
        sample, ChannelMatrix.Default(), new ChannelAccountOptions { PathDraws = 1000 }, cancellationToken: TestContext.Current.CancellationToken);

    // Standard deviations of effort and capability as planted below.
    private static (double Effort, double Capability) Units()
    {
        double effort = Math.Sqrt((0.3 * 0.3) + (0.25 * 0.64) + (0.3 * 0.3 * 0.25) + (0.09 * 0.75) + 0.36);
        double direct = 0.3;
        return (effort, Math.Sqrt((0.36 * effort * effort) + (direct * direct) + (2 * 0.6 * direct * 0.3) + 0.25));
    }

    private static LearningSample Planted()
    {
        RandomStream stream = new(12, RandomPurpose.Example, 1);
        double[] Noise() => [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        double[] Mixed(double noise, params (double Weight, double[] Values)[] parts)
        {
            double[] mixed = [.. Noise().Select(value => noise * value)];
            foreach ((double weight, double[] values) in parts)
            {
                mixed = [.. mixed.Zip(values, (sum, value) => sum + (weight * value))];
            }

            return mixed;
        }

        (double[] inputs, double[] nothing, double[] copying) = (Noise(), Noise(), Noise());
        double[] cost = Mixed(0.8, (0.6, inputs));
        double[] incentive = Mixed(0.866, (0.5, copying));
        double[] effort = Mixed(0.6, (0.5, cost), (0.3, incentive));
        double[] capability = Mixed(0.5, (0.6, effort), (0.3, inputs));
        double[] performance = Mixed(0.7, (0.5, capability), (0.4, inputs));
        string[] ids = SampleSurveys.Ids(Firms);
        return new LearningSample(
            [.. Enumerable.Range(0, Firms)],
            [.. Enumerable.Range(0, Firms).Select(firm => firm % 2 == 0)],
            [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 15}")],
            new ExposureTable(ids, [Exposed("EE02", inputs), Exposed("EE05", nothing), Exposed("EE08", copying)]),
            new ScoreTable(ids,
            [
                Plain("effort", effort), Plain("capability", capability), Plain("absorptive_capacity", Noise()),
                Plain(ChannelConstruct.Of(LearningChannel.CostOfEffort), cost),
                Plain(ChannelConstruct.Of(LearningChannel.IncentiveForEffort), incentive),
                Plain(ChannelConstruct.Of(LearningChannel.SpilloverWithoutEffort), Noise()),
            ]),
            new Dictionary<string, double[]>())
        { Variables = new Dictionary<string, double[]> { ["performance"] = performance } };
    }

    private static Exposure Exposed(string id, double[] values) => new(id, values, [], "test");

    private static Score Plain(string construct, double[] values) => new(construct, values, [], "test", []);
}
