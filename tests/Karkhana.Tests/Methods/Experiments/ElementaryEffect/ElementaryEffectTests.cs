using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ElementaryEffectTests
{
    private static readonly double[][] Ranges = [[0, 10], [0, 1]];

    private static readonly Gen<(MorrisDesignResult Design, double[][] Bounds, double[] Values)> Screenings =
        from inputs in Gen.Int[1, 5]
        from trajectories in Gen.Int[2, 12]
        from seed in Gen.ULong
        from values in Gen.Double[-10, 10].Array[trajectories * (inputs + 1)]
        select (
            MorrisDesign.Estimate(new() { Bounds = StandardModels.Cube(inputs), Trajectories = trajectories, Seed = seed }, cancellationToken: default),
            StandardModels.Cube(inputs),
            values);

    [Fact]
    public void Two_trajectories_are_worked_out_by_hand()
    {
        // x1 moves by half of its range, x2 by a fifth: effects 4/0.5, 1/0.2 and −3/−0.5, −1/0.2.
        ModelRuns runs = new(["x1", "x2"], [[0, 5, 5, 7, 7, 2], [0.4, 0.4, 0.6, 0.1, 0.3, 0.3]], [1, 5, 6, 3, 2, -1]);

        ElementaryEffectResult result = Estimate(runs, new() { Bounds = Ranges });

        result.Effects.Select(effect => Math.Round(effect, 12)).ShouldBe([8, 5, 6, -5]);
        Bits.Close(result.Mu, [7, 0], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.MuStar, [7, 5], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.Sigma, [Math.Sqrt(2), Math.Sqrt(50)], relative: 1e-12).ShouldBeTrue();
        Bits.Close(result.MedianAbsolute, [7, 5], relative: 1e-12).ShouldBeTrue();

        // Two values: standard error of the mean is half of their distance; t with 1 degree at 0.975 is tan(0.475 π).
        result.MuStarConfHigh[0].ShouldBe(7 + Math.Tan(0.475 * Math.PI), tolerance: 1e-8);
        result.MuStarConfLow[0].ShouldBe(0);
        result.MuStarHalf.ShouldAllBe(half => double.IsNaN(half));
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("too few trajectories");
    }

    [Fact]
    public void A_linear_model_has_its_slopes_for_effects_and_no_spread() =>
        Gen.Select(Gen.Double[-5, 5].Array[1, 6], Gen.Int[4, 10], Gen.ULong).Sample((slopes, trajectories, seed) =>
        {
            double[][] bounds = [.. slopes.Select((_, input) => new double[] { -input, 2 + input })];
            MorrisDesignResult design = MorrisDesign.Estimate(
                new() { Bounds = bounds, Trajectories = trajectories, Seed = seed, Levels = 6 }, cancellationToken: TestContext.Current.CancellationToken);
            ModelRuns runs = ModelRuns.Of(design.Design, StandardModels.Over(design.Design, x => x.Zip(slopes, (value, slope) => value * slope).Sum()));
            ElementaryEffectResult result = Estimate(runs, new() { Bounds = bounds });
            double[] expected = [.. slopes.Select((slope, input) => slope * (2 + (2 * input)))];
            return Bits.Close(result.Mu, expected, relative: 1e-9)
                && Bits.Close(result.MuStar, [.. expected.Select(Math.Abs)], relative: 1e-9)
                && result.Sigma.All(sigma => sigma < 1e-9)
                && result.GreatestChange < 1e-9
                && result.Notes.Count == 0;
        });

    [Fact]
    public void Absolute_effects_are_at_least_effects_and_trajectories_have_no_order() => Screenings.Sample((design, bounds, values) =>
    {
        ElementaryEffectResult result = Estimate(ModelRuns.Of(design.Design, values), new() { Bounds = bounds });
        int length = bounds.Length + 1;
        int[] turned = [.. Enumerable.Range(0, values.Length).Select(row => values.Length - length - (row / length * length) + (row % length))];
        ModelRuns backwards = new(
            design.Design.Names,
            [.. Enumerable.Range(0, bounds.Length).Select(input => turned.Select(row => design.Design[row, input]).ToArray())],
            [.. turned.Select(row => (7 * values[row]) + 3)]);
        ElementaryEffectResult other = Estimate(backwards, new() { Bounds = bounds });
        return result.Mu.Zip(result.MuStar).All(pair => Math.Abs(pair.First) <= pair.Second + 1e-12)
            && Bits.Close(other.MuStar, [.. result.MuStar.Select(effect => 7 * effect)], relative: 1e-9)
            && Bits.Close(other.Sigma, [.. result.Sigma.Select(effect => 7 * effect)], relative: 1e-9)
            && Bits.Close(other.MedianAbsolute, [.. result.MedianAbsolute.Select(effect => 7 * effect)], relative: 1e-9);
    });

    [Fact]
    public void Limits_are_those_of_the_mean_or_of_drawn_trajectories() => Screenings.Sample((design, bounds, values) =>
    {
        int trajectories = values.Length / (bounds.Length + 1);
        ElementaryEffectResult plain = Estimate(ModelRuns.Of(design.Design, values), new() { Bounds = bounds });
        ElementaryEffectResult drawn = Estimate(ModelRuns.Of(design.Design, values), new() { Bounds = bounds, Resamples = 19, Seed = 8, Level = 0.9 });
        double[] first = [.. Enumerable.Range(0, trajectories).Select(t => Math.Abs(plain.Effects[t * bounds.Length]))];
        double mean = first.Average();
        double error = Math.Sqrt(first.Sum(effect => Math.Pow(effect - mean, 2)) / (trajectories - 1) / trajectories);
        BootstrapCounts counts = new([.. Enumerable.Repeat(1, trajectories)]);
        double[] means = [.. Enumerable.Range(0, 19).Select(replicate =>
        {
            int[] own = new int[trajectories];
            counts.Draw(new RandomStream(8, RandomPurpose.Bootstrap, replicate), own);
            return own.Zip(first, (count, effect) => count * effect).Sum() / trajectories;
        }).Order()];
        double t = StudentT.Quantile(0.975, trajectories - 1);
        return Bits.Close([plain.MuStarConfLow[0], plain.MuStarConfHigh[0]], [Math.Max(0, mean - (t * error)), mean + (t * error)], relative: 1e-8)
            && Bits.Close([drawn.MuStarConfLow[0], drawn.MuStarConfHigh[0]], [Quantiles.Type7(means, 0.05), Quantiles.Type7(means, 0.95)], relative: 1e-9);
    });

    [Fact]
    public void The_half_is_that_of_the_first_trajectories()
    {
        // Effects 1, 3 then 5, 7: the half has 2, all have 4.
        ModelRuns runs = new(["x1"], [[0, 1, 0, 1, 0, 1, 0, 1]], [0, 1, 0, 3, 0, 5, 0, 7]);

        ElementaryEffectResult result = Estimate(runs, new() { Bounds = [[0, 1]] });

        result.MuStarHalf.ShouldBe([2]);
        result.GreatestChange.ShouldBe(0.5);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("moved by 0.5 of the largest");
    }

    [Fact]
    public void A_model_that_gives_one_number_has_no_effects()
    {
        ElementaryEffectResult result = Estimate(new(["x1"], [[0, 1, 0, 1]], [3, 3, 3, 3]), new() { Bounds = [[0, 1]] });

        (result.MuStar[0], result.Sigma[0], result.GreatestChange).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_limits()
    {
        MorrisDesignResult design = MorrisDesign.Estimate(new() { Bounds = StandardModels.Pi3 }, cancellationToken: TestContext.Current.CancellationToken);
        ModelRuns runs = ModelRuns.Of(design.Design, StandardModels.Over(design.Design, StandardModels.Ishigami));
        ElementaryEffectOptions options = new() { Bounds = StandardModels.Pi3, Resamples = 500 };

        ElementaryEffectResult one = ElementaryEffect.Estimate(runs, options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        ElementaryEffectResult four = ElementaryEffect.Estimate(runs, options, new ExecutionOptions { Workers = 4 }, TestContext.Current.CancellationToken);

        Bits.Same([.. one.MuStarConfLow, .. one.MuStarConfHigh], [.. four.MuStarConfLow, .. four.MuStarConfHigh]).ShouldBeTrue();
    }

    [Fact]
    public void Rows_that_are_no_trajectories_are_refused()
    {
        Refused([[0, 5], [0, 0]], [1, 2]).ShouldContain("3 rows per trajectory for 2 inputs; it had 2 rows");
        Refused([[0, 5, 5], [0, 0.5, 1]], [1, 2, 3]).ShouldContain("rows 1 and 2 differed in 2");
        Refused([[0, 0, 5], [0, 0, 0]], [1, 2, 3]).ShouldContain("rows 1 and 2 differed in 0");
        Refused([[0, 5, 0], [0, 0, 0]], [1, 2, 3]).ShouldContain("row 3 moved x1 again");
        Refused([[0, 5, double.NaN], [0, 0, 0]], [1, 2, 3]).ShouldContain("value 3 was NaN");
        Refused([[0, 5, 5], [0, 0, 1]], [1, 2, double.PositiveInfinity]).ShouldContain("Infinity");
        Should.Throw<ArgumentException>(() => Estimate(new(["x1"], [[0, 1]], [1, 2]), new() { Bounds = Ranges })).Message.ShouldContain("must have 1 values; it had 2");
        Should.Throw<ArgumentException>(() => new ModelRuns(["x1", "x1"], [[0, 1], [0, 1]], [1, 2])).Message.ShouldContain("x1, x1");
        Should.Throw<ArgumentException>(() => new ModelRuns([], [], [1, 2])).Message.ShouldContain("at least one input");
    }

    private static string Refused(double[][] inputs, double[] output) =>
        Should.Throw<ArgumentException>(() => Estimate(new(["x1", "x2"], inputs, output), new() { Bounds = Ranges })).Message;

    private static ElementaryEffectResult Estimate(ModelRuns runs, ElementaryEffectOptions options) =>
        ElementaryEffect.Estimate(runs, options, cancellationToken: TestContext.Current.CancellationToken);
}
