using Karkhana.Benchmarks.Learning;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

/// <summary>On a SYNTHETIC cluster whose true values are known.</summary>
public sealed class LearningPathsTests
{
    private static readonly ChannelMatrix Matrix = ChannelMatrix.Default();
    private static readonly LearningSample Truth = new SyntheticCluster().True();
    private static readonly LearningPathsResult Paths = Estimate(Truth);

    private static readonly string Ease = ChannelConstruct.Of(LearningChannel.CostOfEffort);
    private static readonly string Incentive = ChannelConstruct.Of(LearningChannel.IncentiveForEffort);
    private static readonly string EaseIndex = LearningPaths.IndexOf(LearningChannel.CostOfEffort);
    private static readonly string IncentiveIndex = LearningPaths.IndexOf(LearningChannel.IncentiveForEffort);

    [Fact]
    public void A_channel_that_is_its_index_has_the_slope_one()
    {
        LearningPath path = Paths.Find(Ease, EaseIndex)!; // ln c = −0.2 · index: standardised, the index itself

        path.Estimate.ShouldBe(1, tolerance: 1e-9);
        path.HasExpectedSign.ShouldBeTrue();
        path.Firms.ShouldBe(320);
    }

    [Fact]
    public void A_path_is_its_equation_estimated_alone()
    {
        LearningFit alone = LearningEquations.Estimate(
            LearningPaths.WithIndices(Truth, Matrix),
            new LearningEquation(
                "capability", "capability",
                ["effort", ChannelConstruct.Of(LearningChannel.EffectivenessOfEffort), "absorptive_capacity", .. Truth.Controls.Keys, "clustered"]),
            cancellationToken: TestContext.Current.CancellationToken)!;
        LearningPath path = Paths.Find("capability", "effort")!;

        path.Estimate.ShouldBe(alone.Coefficients.Estimates[alone.Coefficients.Find("effort")], tolerance: 1e-12);
        path.StandardError.ShouldBe(alone.Coefficients.StandardErrors[alone.Coefficients.Find("effort")], tolerance: 1e-12);
        path.PValue.ShouldBe(alone.Coefficients.PValues[alone.Coefficients.Find("effort")], tolerance: 1e-12);
        path.Low.ShouldBe(alone.Coefficients.ConfidenceLow[alone.Coefficients.Find("effort")], tolerance: 1e-9);
    }

    [Fact]
    public void Rivalry_stays_out_of_the_index_and_is_told_where_it_is_least()
    {
        LearningFit fit = Paths.Equations.First(equation => equation.Equation.Outcome == Incentive);
        double[] exposures = [.. Truth.Exposures.Find("EE11")!.Values];
        double mean = exposures.Average();
        double deviation = Math.Sqrt(exposures.Sum(value => (value - mean) * (value - mean)) / (exposures.Length - 1));
        double Coefficient(string term) => fit.Coefficients.Estimates[fit.Coefficients.Find(term)];

        Paths.Find(Incentive, "EE11")!.Estimate.ShouldBe(
            Coefficient("EE11") + (2 * ((exposures.Min() - mean) / deviation) * Coefficient("EE11:EE11")), tolerance: 1e-9);
        ChannelIndices.Estimate(Matrix, Truth.Exposures).Of(LearningChannel.IncentiveForEffort)[0]
            .ShouldNotBe(LearningPaths.WithIndices(Truth, Matrix).Variables[IncentiveIndex][0]);
    }

    [Fact]
    public void Without_rivalry_the_index_is_that_of_the_matrix()
    {
        LearningSample without = Truth with { Exposures = Kept(exposure => exposure.AdvantageId != "EE11") };

        LearningPaths.WithIndices(without, Matrix).Variables[IncentiveIndex]
            .ShouldBe(ChannelIndices.Estimate(Matrix, without.Exposures).Of(LearningChannel.IncentiveForEffort));
        Estimate(without).Paths.ShouldNotContain(path => path.Term.StartsWith("EE11", StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_the_advantages_moves_nothing()
    {
        LearningSample turned = Truth with { Exposures = Truth.Exposures with { Exposures = [.. Truth.Exposures.Exposures.Reverse()] } };

        foreach ((LearningPath one, LearningPath other) in Paths.Paths.Zip(Estimate(turned).Paths))
        {
            other.Term.ShouldBe(one.Term);
            other.Estimate.ShouldBe(one.Estimate, tolerance: 1e-9);
        }
    }

    [Fact]
    public void P_values_are_corrected_over_all_paths() => Paths.Paths.Select(path => path.AdjustedPValue)
        .ShouldBe(MultipleTesting.BenjaminiHochberg([.. Paths.Paths.Select(path => path.JudgedPValue)]));

    [Fact]
    public void Without_exposures_the_paths_between_scores_are_left()
    {
        LearningPathsResult result = Estimate(Truth with { Exposures = Kept(_ => false) });

        result.Paths.ShouldNotContain(path => path.Term.StartsWith("index_", StringComparison.Ordinal));
        result.Find("effort", Ease).ShouldNotBeNull();
        result.Find("performance", "capability").ShouldNotBeNull();
    }

    [Fact]
    public void Without_scores_there_is_no_path()
    {
        LearningPathsResult result = Estimate(Truth with
        {
            Scores = new ScoreTable(Truth.Scores.FirmIds, []),
            Variables = new Dictionary<string, double[]>(),
        });

        result.Paths.ShouldBeEmpty();
        result.ToTable().RowCount.ShouldBe(0);
    }

    [Fact]
    public void The_table_has_a_row_per_path_with_its_expected_sign()
    {
        Paths.ToTable().RowCount.ShouldBe(Paths.Paths.Count);
        Paths.Paths.Where(path => path.Expected == -1).Select(path => path.Term).ShouldBe(["EE11:EE11"]);
    }

    private static ExposureTable Kept(Func<Exposure, bool> keep) =>
        Truth.Exposures with { Exposures = [.. Truth.Exposures.Exposures.Where(keep)] };

    private static LearningPathsResult Estimate(LearningSample sample) =>
        LearningPaths.Estimate(sample, Matrix, cancellationToken: TestContext.Current.CancellationToken);
}
