using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class MorrisDesignTests
{
    private static readonly Gen<MorrisDesignOptions> Options =
        from inputs in Gen.Int[1, 8]
        from trajectories in Gen.Int[1, 15]
        from half in Gen.Int[1, 5]
        from seed in Gen.ULong
        select new MorrisDesignOptions { Bounds = StandardModels.Cube(inputs), Trajectories = trajectories, Levels = 2 * half, Seed = seed };

    [Fact]
    public void Each_input_moves_once_by_the_step_and_stays_on_its_levels() => Options.Sample(options =>
    {
        ExperimentalDesign design = Estimate(options).Design;
        int inputs = options.Bounds.Count;
        double step = options.Levels / (2.0 * (options.Levels - 1));
        return design.Runs == options.Trajectories * (inputs + 1) && Enumerable.Range(0, options.Trajectories).All(trajectory =>
        {
            int first = trajectory * (inputs + 1);
            int[] moved = [.. Enumerable.Range(first + 1, inputs).SelectMany(row => Enumerable.Range(0, inputs).Where(input => design[row, input] != design[row - 1, input]))];
            return moved.Order().SequenceEqual(Enumerable.Range(0, inputs))
                && Enumerable.Range(first, inputs + 1).All(row => design.Row(row).ToArray().All(value => Math.Abs((value * (options.Levels - 1)) - Math.Round(value * (options.Levels - 1))) < 1e-12))
                && Enumerable.Range(0, inputs).All(input => Math.Abs(Math.Abs(design[first + inputs, input] - design[first, input]) - step) < 1e-12);
        });
    });

    [Fact]
    public void A_trajectory_does_not_depend_on_how_many_follow() => Options.Sample(options =>
    {
        double[] few = [.. Estimate(options).Design.Values];
        return Bits.Same(few, [.. Estimate(options with { Trajectories = options.Trajectories + 3 }).Design.Values.Take(few.Length)]);
    });

    [Fact]
    public void Bounds_stretch_the_levels()
    {
        MorrisDesignResult result = Estimate(new() { Bounds = [[10, 20], [-1, 1]], Trajectories = 50 });

        result.Design.Column(0).Distinct().Order().Select(value => Math.Round(value, 9)).ShouldBe([10, 13.333333333, 16.666666667, 20]);
        result.Design.Column(1).Min().ShouldBe(-1);
        result.Trajectory.Take(7).ShouldBe([1, 1, 1, 2, 2, 2, 3]);
    }

    [Fact]
    public void Every_level_is_where_trajectories_start_and_end_alike_often()
    {
        // 4000 trajectories on 4 levels: each 1000 ± 5 standard deviations of 27.
        ExperimentalDesign design = Estimate(new() { Bounds = [[0, 3]], Trajectories = 4000 }).Design;

        foreach (int place in new[] { 0, 1 })
        {
            int[] counts = [.. Enumerable.Range(0, 4).Select(level => Enumerable.Range(0, 4000).Count(t => Math.Round(design[(2 * t) + place, 0]) == level))];
            counts.ShouldAllBe(count => count > 860 && count < 1140);
        }
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => new MorrisDesignOptions { Bounds = [[0, 1]], Levels = 5 }).Message.ShouldContain("even number; it was 5");
        Should.Throw<ArgumentException>(() => new MorrisDesignOptions { Bounds = [[0, 1]], Levels = 0 }).Message.ShouldContain("it was 0");
        Should.Throw<ArgumentException>(() => new MorrisDesignOptions { Bounds = [[0, 1]], Trajectories = 0 }).Message.ShouldContain("it was 0");
        Should.Throw<ArgumentException>(() => new MorrisDesignOptions { Bounds = [[0, 1, 2]] }).Message.ShouldContain("[0, 1, 2]");
    }

    private static MorrisDesignResult Estimate(MorrisDesignOptions options) =>
        MorrisDesign.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}
