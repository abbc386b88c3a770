using Karkhana.Core.Exchange;
using Karkhana.Core.Randomness;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ChannelScalesTests
{
    private static readonly LearningChannel[] Channels =
        [LearningChannel.CostOfEffort, LearningChannel.IncentiveForEffort, LearningChannel.EffectivenessOfEffort];

    [Fact]
    public void Planted_scales_without_noise_are_found_to_their_digits()
    {
        ChannelScalesResult found = Estimate(firms: 60, noise: 1e-9)!;

        found.Terms.ShouldBe(["cost", "incentive", "effectiveness", "absorption"]);
        found.Estimates[0].ShouldBe(0.2, 1e-6);
        found.Estimates[1].ShouldBe(0.15, 1e-6);
        found.Estimates[2].ShouldBe(0.3, 1e-6);
        found.Estimates[3].ShouldBe(0.5, 1e-6);
        found.Firms.ShouldBe(60);
    }

    [Fact]
    public void Intervals_hold_the_planted_scales_about_as_often_as_they_say()
    {
        int held = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            ChannelScalesResult found = Estimate(firms: 200, noise: 0.5, seed)!;
            held += Math.Abs(found.Estimates[0] - 0.2) <= 1.96 * found.StandardError(0) ? 1 : 0;
        }

        held.ShouldBeInRange(88, 100);
    }

    [Fact]
    public void Too_few_answers_give_nothing()
    {
        Estimate(firms: 39, noise: 0.1).ShouldBeNull();
        Estimate(firms: 60, noise: 0.1, withoutItem: "M5").ShouldBeNull();
    }

    private static ChannelScalesResult? Estimate(int firms, double noise, int seed = 0, string withoutItem = "")
    {
        RandomStream random = new(11, RandomPurpose.SimulatedOutcomes, seed);
        double[][] indices = [.. Channels.Select(_ => Enumerable.Range(0, firms).Select(_ => (2 * random.NextDouble()) - 1).ToArray())];
        double[] absorption = [.. Enumerable.Range(0, firms).Select(_ => random.NextDouble())];
        double[] rivalry = [.. Enumerable.Range(0, firms).Select(i => 0.5 + (0.5 * indices[1][i] * random.NextDouble()))];
        double[] workers = [.. Enumerable.Range(0, firms).Select(_ => 1 + Math.Floor(50 * random.NextDouble()))];
        double[] Logs(Func<int, double> mean) =>
            [.. Enumerable.Range(0, firms).Select(i => Math.Exp(mean(i) + (0.1 * Math.Log(workers[i])) + (noise * random.NextGaussian())))];
        (SurveyItem Item, double[] Answers)[] columns =
        [
            (SampleSurveys.Item("M1", "mechanism"), Logs(i => 3 - (0.2 * indices[0][i]))),
            (SampleSurveys.Item("M5", "mechanism"), Logs(i => 2 + (0.15 * indices[1][i]) + (0.3 * rivalry[i]) - (0.4 * rivalry[i] * rivalry[i]))),
            (SampleSurveys.Item("M8", "mechanism"), Logs(i => 3 + (0.3 * indices[2][i]) + (0.5 * absorption[i]))),
        ];
        return ChannelScales.Estimate(
            SampleSurveys.Of([.. columns.Where(column => column.Item.Id != withoutItem)]),
            new ChannelIndicesResult(SampleSurveys.Ids(firms), Channels, indices, indices), rivalry, absorption, workers);
    }
}
