using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class CurveTestTests
{
    private static readonly CurveTestOptions Plain = new()
    {
        Distances = [20, 60, 120, 250],
        Reference = "case",
        Replicates = 39,
        Seed = 11,
        NullModel = NullModel.RandomLabelling,
    };

    [Fact]
    public void M_under_random_labelling_is_the_test_of_M_bit_for_bit()
    {
        PointPattern points = Patterns.Uniform(150, each: 6);

        CurveTestResult result = Test(points, Plain with { Statistic = CurveTestStatistic.MFunction, Substream = 3 });
        MFunctionTestResult expected = MFunctionTest.Estimate(
            NeighbourTotals.Of(points, Plain.Distances, cancellationToken: Stop),
            new() { Reference = "case", Replicates = 39, Seed = 11, Substream = 3 }, cancellationToken: Stop);

        Bits.Same(result.Observed, expected.Observed).ShouldBeTrue();
        Bits.Same(result.Envelope.Upper, expected.Global.Upper).ShouldBeTrue();
        Bits.Same(result.Pointwise.Lower, expected.Pointwise.Lower).ShouldBeTrue();
        result.Test.ShouldBe(new GreatestDeviation(expected.PValue, expected.StrongestDeviationAt, expected.StrongestDeviation));
        result.PeakDistance.ShouldBe(Plain.Distances[expected.StrongestDeviationAt]);
    }

    [Theory]
    [InlineData(CurveTestStatistic.Kd, NullModel.RandomLabelling)]
    [InlineData(CurveTestStatistic.Kd, NullModel.RandomLocation)]
    [InlineData(CurveTestStatistic.MFunction, NullModel.RandomLabelling)]
    [InlineData(CurveTestStatistic.MFunction, NullModel.RandomLocation)]
    public void The_fast_way_gives_the_curves_of_whole_patterns(CurveTestStatistic statistic, NullModel model)
    {
        PointPattern points = Patterns.Uniform(120, each: 5);
        CurveTestOptions options = Plain with { Statistic = statistic, NullModel = model };

        CurveTestResult fast = Test(points, options);
        CurveTestResult whole = Test(points with { Weights = [.. points.X.Select(_ => 1.0)] }, options with { Weighted = true });

        Bits.Close(fast.Simulated.Values, whole.Simulated.Values, relative: 1e-12).ShouldBeTrue();
        Bits.Close(fast.Observed, whole.Observed, relative: 1e-12).ShouldBeTrue();
    }

    [Fact]
    public void A_simulated_K_density_is_that_of_the_drawn_pattern()
    {
        PointPattern points = Patterns.Uniform(100, each: 5);
        NullModelSampler sampler = new(points, NullModel.RandomLabelling, "case", (11, 0));

        CurveTestResult result = Test(points, Plain);

        KdFunctionOptions curve = new() { Distances = Plain.Distances, Reference = "case" };
        Bits.Same(result.Observed, KdFunction.Estimate(points, curve, cancellationToken: Stop).Values).ShouldBeTrue();
        Bits.Same([.. result.Simulated.Row(7)], KdFunction.Estimate(sampler.Draw(7), curve, cancellationToken: Stop).Values).ShouldBeTrue();
    }

    public static TheoryData<CurveTestStatistic, NullModel> Everything() => new(
        from statistic in Enum.GetValues<CurveTestStatistic>() from model in Enum.GetValues<NullModel>() select (statistic, model));

    [Theory]
    [MemberData(nameof(Everything))]
    public void One_worker_and_eight_give_the_same_bits(CurveTestStatistic statistic, NullModel model)
    {
        PointPattern points = WithWeights(Patterns.Uniform(80, each: 4));
        CurveTestOptions options = Plain with
        {
            Statistic = statistic,
            NullModel = model,
            Weighted = true,
            Neighbour = model == NullModel.PopulationIndependence ? "other" : null,
        };

        CurveTestResult one = Test(points, options, workers: 1);
        CurveTestResult eight = Test(points, options, workers: 8);

        Bits.Same(one.Simulated.Values, eight.Simulated.Values).ShouldBeTrue();
        Bits.Same(one.RankPValues, eight.RankPValues).ShouldBeTrue();
        one.Test.ShouldBe(eight.Test);
        one.FitPValue.ShouldBe(eight.FitPValue);
        one.Simulated.Values.Distinct().Count().ShouldBeGreaterThan(39); // the draws differ
    }

    [Fact]
    public void Each_null_model_moves_what_it_says_and_nothing_else()
    {
        PointPattern points = WithWeights(Patterns.Uniform(60, each: 3));
        (string, double)[] marks = [.. points.Types.Zip(points.Weights)];

        PointPattern labelled = Draw(NullModel.RandomLabelling);
        labelled.X.ShouldBe(points.X);
        labelled.Weights.ShouldBe(points.Weights);
        labelled.Types.ShouldNotBe(points.Types);
        labelled.Types.Order().ShouldBe(points.Types.Order());

        PointPattern located = Draw(NullModel.RandomLocation);
        located.X.ShouldBe(points.X);
        located.Types.ShouldNotBe(points.Types);
        located.Types.Zip(located.Weights).Order().ShouldBe(marks.Order());

        PointPattern independent = Draw(NullModel.PopulationIndependence);
        independent.Weights.ShouldNotBe(points.Weights);
        independent.Types.Zip(independent.Weights).Order().ShouldBe(marks.Order());
        Enumerable.Range(0, 60).Where(i => i % 3 == 0).ShouldAllBe(
            i => independent.Types[i] == "case" && independent.Weights[i] == points.Weights[i]);

        PointPattern thrown = Draw(NullModel.RandomPosition, [10, 20, -5, 5]);
        thrown.Types.ShouldBe(points.Types);
        thrown.X.ShouldAllBe(x => x >= 10 && x < 20);
        thrown.Y.ShouldAllBe(y => y >= -5 && y < 5);

        PointPattern Draw(NullModel model, double[]? window = null) =>
            new NullModelSampler(points, model, "case", (1, 0), window).Draw(0);
    }

    [Fact]
    public void Any_statistic_can_be_simulated_under_a_null_model()
    {
        PointPattern points = Patterns.Uniform(40, each: 4);
        NullModelSampler sampler = new(points, NullModel.RandomLocation, "case", (5, 0));

        ReplicateRows rows = CurveSimulation.Run(10, "mean of x", new MeanX(), sampler.Draw, new ExecutionOptions { Workers = 3 }, Stop);

        rows.Count.ShouldBe(10);
        rows.Values.ShouldBe(Enumerable.Range(0, 10).Select(s => new MeanX().Curve(sampler.Draw(s), Stop)[0]));
    }

    [Fact]
    public void A_tight_group_is_localised_and_found()
    {
        PointPattern points = Patterns.Uniform(300, each: 15);
        points = points with { X = [.. points.X.Select((x, i) => points.Types[i] == "case" ? 480 + (x / 25) : x)] };

        CurveTestResult result = Test(points, Plain with { NullModel = NullModel.RandomLocation, Replicates = 199 });

        result.Test.PValue.ShouldBe(1 / 200.0, tolerance: 1e-15);
        result.FitPValue.ShouldBe(1 / 200.0, tolerance: 1e-15);
        result.Test.Deviation.ShouldBeGreaterThan(4);
        result.Indices.IsLocalised.ShouldBeTrue();
        result.Indices.IsDispersed.ShouldBeFalse();
        result.Indices.Dispersion.ShouldAllBe(value => value == 0);
        result.Indices.Band.ShareAbove.ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void Points_as_any_others_are_seldom_found()
    {
        int found = Enumerable.Range(0, 20).Count(
            replicate => Test(Patterns.Uniform(60, each: 4, replicate), Plain with { Seed = (ulong)replicate }).Test.PValue <= 0.05);

        found.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void Indices_are_distances_from_the_bands_computed_by_hand()
    {
        RankBand band = new(1, 1, [1, 1, 1], [2, 2, 2], 0, 0, 0);

        LocalisationIndices localised = LocalisationIndices.Of([2.5, 1.5, 0.25], band);
        localised.Localisation.ShouldBe([0.5, 0, 0]);
        localised.Dispersion.ShouldBe([0, 0, 0]);
        LocalisationIndices dispersed = LocalisationIndices.Of([2, 1.5, 0.25], band);
        dispersed.Localisation.ShouldBe([0, 0, 0]);
        dispersed.Dispersion.ShouldBe([0, 0, 0.75]);
        LocalisationIndices.Of([double.NaN, 1.5, 1.5], band).Localisation[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void The_band_that_is_asked_for_is_given()
    {
        PointPattern points = Patterns.Uniform(100, each: 5);

        CurveTestResult result = Test(points, Plain with { Type = EnvelopeType.Pointwise });

        result.Envelope.Lower.ShouldBe(result.Pointwise.Lower);
        Test(points, Plain).Envelope.Type.ShouldBe(EnvelopeType.GlobalIterative);
    }

    [Fact]
    public void Curves_that_are_not_defined_give_a_note_and_no_p_value()
    {
        PointPattern spot = new() { X = new double[8], Y = new double[8], Types = ["case", "case", "case", "o", "o", "o", "o", "o"] };

        CurveTestResult result = Test(spot, Plain);

        result.Test.PValue.ShouldBe(double.NaN);
        result.FitPValue.ShouldBe(double.NaN);
        result.PeakDistance.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("curve-not-defined");
        Test(Patterns.Uniform(40, each: 4), Plain with { Distances = [100] }).FitPValue.ShouldBe(double.NaN);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PointPattern points = Patterns.Uniform(20, each: 4);
        Refused(points, Plain with { Distances = [] });
        Refused(points, Plain with { Distances = [5, 5] });
        Refused(points, Plain with { Distances = [-1, 5] });
        Refused(points, Plain with { Reference = "nobody" });
        Refused(points, Plain with { Neighbour = "nobody" });
        Refused(points, Plain with { NullModel = NullModel.PopulationIndependence });
        Refused(points with { Types = [] }, Plain);
        Refused(points with { Weights = [.. points.X.Select(_ => -1.0)] }, Plain);
        Refused(points, Plain with { NullModel = NullModel.RandomPosition, Window = [0, 1, 2] });
        Refused(points, Plain with { NullModel = NullModel.RandomPosition, Window = [1, 0, 0, 1] });
        Should.Throw<ArgumentException>(() => Plain with { Replicates = 18 });
        Should.Throw<ArgumentException>(() => Plain with { Alpha = 0.6 });

        static void Refused(PointPattern points, CurveTestOptions options) =>
            Should.Throw<ArgumentException>(() => Test(points, options));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static CurveTestResult Test(PointPattern points, CurveTestOptions options, int workers = 2) =>
        CurveTest.Estimate(points, options, new ExecutionOptions { Workers = workers }, Stop);

    private static PointPattern WithWeights(PointPattern points) =>
        points with { Weights = [.. points.X.Select((_, i) => 1.0 + i)] };

    private sealed class MeanX : ICurveStatistic
    {
        public IReadOnlyList<double> Distances => [0];

        public double[] Curve(PointPattern points, CancellationToken cancellationToken) =>
            [points.X.Where((_, i) => points.Types[i] == "case").Average()];
    }
}
