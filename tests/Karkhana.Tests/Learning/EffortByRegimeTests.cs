using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class EffortByRegimeTests
{
    private const int Firms = 900;

    [Fact]
    public void Slopes_that_differ_by_regime_come_back_and_a_difference_is_found()
    {
        (LearningSample sample, LearningRegimesResult regimes) = Planted(0.8, 0.1);
        double unit = 1 / Math.Sqrt(Sums.Variance([.. sample.Scores.Find("effort")!.Values]));

        EffortByRegimeResult result = Estimate(sample, regimes);

        result.Slopes.Select(row => row.Regime).ShouldBe([LearningRegime.Interior, LearningRegime.Liquidity]);
        result.Slopes.Select(row => row.Firms).ShouldBe([600, 300]);
        result.Slopes[0].Slope.Estimate.ShouldBe(0.8 * unit, tolerance: 0.1);
        result.Slopes[1].Slope.Estimate.ShouldBe(0.1 * unit, tolerance: 0.1);
        result.Slopes[1].Difference.ShouldBe(result.Slopes[1].Slope.Estimate - result.Slopes[0].Slope.Estimate, tolerance: 1e-12);
        result.Slopes[1].DifferencePValue.ShouldBeLessThan(0.01);
        result.Slopes[0].DifferencePValue.ShouldBe(double.NaN);
        result.ToTable().RowCount.ShouldBe(2);
    }

    [Fact]
    public void Slopes_that_are_alike_are_not_told_apart()
    {
        (LearningSample sample, LearningRegimesResult regimes) = Planted(0.5, 0.5);

        Estimate(sample, regimes).Slopes[1].DifferencePValue.ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void What_goes_with_the_constraint_that_was_named_comes_back()
    {
        (LearningSample sample, LearningRegimesResult regimes) = Planted(0.5, 0.5);

        EffortByRegimeResult result = Estimate(sample, regimes);

        result.Counts.Select(count => count.Role).ShouldBe(["cost", "own_money"]);
        int capacity = result.Constraints!.Coefficients.Find("own_money: absorptive_capacity");
        result.Constraints.Coefficients.Estimates[capacity].ShouldBe(1, tolerance: 0.4); // planted
        result.Constraints.Coefficients.PValues[capacity].ShouldBeLessThan(0.001);
        result.ToConstraints().RowCount.ShouldBe(result.Constraints.Coefficients.Terms.Count);
    }

    [Fact]
    public void One_regime_tells_nothing_and_says_why()
    {
        (LearningSample sample, LearningRegimesResult regimes) = Planted(0.5, 0.5);
        LearningRegimesResult one = regimes with { Firms = [.. regimes.Firms.Select(firm => firm with { Stated = LearningRegime.Interior, Constraint = BindingConstraint.Cost })] };

        EffortByRegimeResult result = Estimate(sample, one);

        result.Slopes.ShouldBeEmpty();
        result.Constraints.ShouldBeNull();
        result.Notes.Select(note => note.Code).ShouldBe(["few-regimes", "too-few-firms"]);
        result.Notes[1].Text.ShouldContain("which constraint");
        result.ToTable().RowCount.ShouldBe(0);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same()
    {
        (LearningSample sample, LearningRegimesResult regimes) = Planted(0.5, 0.2);

        Estimate(sample, regimes, 3).Slopes.ShouldBe(Estimate(sample, regimes, 1).Slopes);
    }

    private static EffortByRegimeResult Estimate(LearningSample sample, LearningRegimesResult regimes, int workers = 1) => EffortByRegime.Estimate(
        sample, ChannelMatrix.Default(), regimes, new EquationOptions { Draws = 4 }, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);

    // Every third firm has no money; who has none has more absorptive capacity, by odds of e per standard deviation of a logistic draw.
    private static (LearningSample Sample, LearningRegimesResult Regimes) Planted(double interior, double liquidity)
    {
        RandomStream stream = new(31, RandomPurpose.Example, 0);
        double[] Gaussian() => [.. Enumerable.Range(0, Firms).Select(_ => stream.NextGaussian())];
        (double[] exposure, double[] noise, double[] other) = (Gaussian(), Gaussian(), Gaussian());
        bool[] poor = [.. Enumerable.Range(0, Firms).Select(firm => firm % 3 == 0)];
        double[] capacity = [.. other.Select((value, firm) => value + (poor[firm] ? 1 : 0))]; // equal variances: the odds rise by e per unit
        double[] effort = [.. exposure.Select((value, firm) => ((poor[firm] ? liquidity : interior) * value) + (0.5 * noise[firm]))];
        string[] ids = SampleSurveys.Ids(Firms);
        LearningSample sample = new(
            [.. Enumerable.Range(0, Firms)], [.. ids.Select(_ => true)], [.. Enumerable.Range(0, Firms).Select(firm => $"p{firm % 30}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [], "test")]),
            new ScoreTable(ids,
            [
                new Score("effort", effort, [.. effort.Select(_ => 0.2)], "test", []), new Score("absorptive_capacity", capacity, [], "test", []),
            ]),
            new Dictionary<string, double[]>());
        return (sample, new LearningRegimesResult(
            [.. poor.Select((has, firm) => new FirmRegime(
                firm, has ? BindingConstraint.OwnMoney : BindingConstraint.Cost, has ? LearningRegime.Liquidity : LearningRegime.Interior, null))],
            new RegimeAssumptions()));
    }
}
