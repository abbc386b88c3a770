using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class LatinHypercubeTests
{
    private static readonly Gen<LatinHypercubeOptions> Options =
        from dimensions in Gen.Int[1, 6]
        from count in Gen.Int[2, 40]
        from criterion in Gen.Enum<LatinHypercubeCriterion>()
        from seed in Gen.ULong
        select new LatinHypercubeOptions { Dimensions = dimensions, Count = count, Criterion = criterion, Seed = seed, Tries = 5, Exchanges = 100 };

    [Fact]
    public void Every_design_has_one_point_in_each_stratum_of_each_input() => Options.Sample(options => Quality(Estimate(options).Design).IsLatin);

    [Fact]
    public void Centred_points_stand_in_the_middle_of_their_strata() => Options.Sample(options =>
        Enumerable.Range(0, options.Dimensions).All(input => Bits.Same(
            [.. Estimate(options with { Criterion = LatinHypercubeCriterion.Centred }).Design.Column(input).Order()],
            [.. Enumerable.Range(0, options.Count).Select(stratum => (stratum + 0.5) / options.Count)])));

    [Fact]
    public void Maximin_takes_the_best_of_its_tries_and_exchanges_bring_points_apart() => Options.Sample(options =>
    {
        LatinHypercubeOptions maximin = options with { Criterion = LatinHypercubeCriterion.Maximin, Exchanges = 0 };
        LatinHypercubeResult tried = Estimate(maximin);
        LatinHypercubeResult one = Estimate(maximin with { Tries = 1 });
        ExperimentalDesign random = Estimate(options with { Criterion = LatinHypercubeCriterion.Random }).Design;
        ExperimentalDesign exchanged = Estimate(maximin with { Exchanges = 200 }).Design;
        return tried.MinDistance >= one.MinDistance
            && Bits.Same(one.Design.Values, random.Values)
            && Bits.Close([tried.MinDistance], [Quality(tried.Design).MinDistance], relative: 1e-12)
            && Quality(exchanged).PhiP <= Quality(tried.Design).PhiP * (1 + 1e-9)
            && Quality(exchanged).IsLatin;
    });

    [Fact]
    public void Many_exchanges_make_a_design_much_better()
    {
        LatinHypercubeOptions options = new() { Dimensions = 4, Count = 30, Criterion = LatinHypercubeCriterion.Maximin };
        double without = Estimate(options with { Tries = 1, Exchanges = 0 }).MinDistance;

        Estimate(options).MinDistance.ShouldBeGreaterThan(1.5 * without);
    }

    [Fact]
    public void An_input_keeps_its_values_when_others_are_added() => Options.Sample(options =>
    {
        LatinHypercubeOptions random = options with { Criterion = LatinHypercubeCriterion.Random };
        return Bits.Same(
            Estimate(random).Design.Column(0), Estimate(random with { Dimensions = options.Dimensions + 2 }).Design.Column(0));
    });

    [Fact]
    public void Bounds_stretch_the_design() => Options.Sample(options =>
    {
        double[][] bounds = [.. Enumerable.Range(0, options.Dimensions).Select(input => new double[] { -input - 1, 3 })];
        ExperimentalDesign unit = Estimate(options).Design;
        ExperimentalDesign stretched = Estimate(options with { Bounds = bounds }).Design;
        return Bits.Same(stretched.Values, unit.Scaled(bounds).Values)
            && Enumerable.Range(0, options.Dimensions).All(input => stretched.Column(input).All(value => value >= -input - 1 && value <= 3));
    });

    [Fact]
    public void Any_number_of_workers_gives_the_same_design() => Options.Sample(options => Bits.Same(
        LatinHypercube.Estimate(options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken).Design.Values,
        LatinHypercube.Estimate(options, new ExecutionOptions { Workers = 4 }, TestContext.Current.CancellationToken).Design.Values), iter: 20);

    [Fact]
    public void The_mean_of_an_additive_model_varies_far_less_than_over_random_points()
    {
        // Var of the mean of x1 + x2 + x3 over 20 random points: 3/12/20 = 0.0125; a Latin hypercube leaves what varies within strata, 1/400 of it.
        double[] means = [.. Enumerable.Range(0, 200).Select(seed =>
            StandardModels.Over(Estimate(new() { Dimensions = 3, Count = 20, Seed = (ulong)seed }).Design, x => x.Sum()).Average())];

        double variance = means.Sum(mean => (mean - 1.5) * (mean - 1.5)) / means.Length;
        variance.ShouldBeInRange(0.0125 / 400 * 0.7, 0.0125 / 400 * 1.4);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => new LatinHypercubeOptions { Dimensions = 0, Count = 5 }).Message.ShouldContain("it was 0");
        Should.Throw<ArgumentException>(() => new LatinHypercubeOptions { Dimensions = 1, Count = 1 }).Message.ShouldContain("it was 1");
        Should.Throw<ArgumentException>(() => new LatinHypercubeOptions { Dimensions = 1, Count = 5, Bounds = [[1, 0]] }).Message.ShouldContain("[1, 0]");
        Should.Throw<ArgumentException>(() => Estimate(new() { Dimensions = 2, Count = 5, Bounds = [[0, 1]] })).Message.ShouldContain("2 values; it had 1");
        Should.Throw<ArgumentException>(() => Estimate(new() { Dimensions = 1, Count = 10_001, Criterion = LatinHypercubeCriterion.Maximin })).Message.ShouldContain("10000]; it was 10001");
    }

    private static DesignQualityResult Quality(ExperimentalDesign design) =>
        DesignQuality.Estimate(design, cancellationToken: TestContext.Current.CancellationToken);

    private static LatinHypercubeResult Estimate(LatinHypercubeOptions options) =>
        LatinHypercube.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}
