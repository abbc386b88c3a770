using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class KdFunctionEnvelopeTests
{
    private static readonly int[][] Turns = [.. Enumerable.Range(0, 25).Select(s =>
    {
        int[] positions = [.. Enumerable.Range(0, 48)];
        new RandomStream(4, RandomPurpose.Example, s).Shuffle<int>(positions);
        return positions;
    })];

    private static readonly KdFunctionEnvelopeOptions Options = new() { Distances = [50, 200, 400], Reference = "case", Rank = 3 };

    [Fact]
    public void Every_simulated_curve_is_the_K_density_of_the_relabelled_pattern_with_its_own_bandwidth()
    {
        PointPattern points = Patterns.Uniform(48, each: 4);

        KdFunctionEnvelopeResult result = Estimate(new RelabelledPattern(points, Turns), Options);

        for (int s = 0; s < Turns.Length; s++)
        {
            PointPattern relabelled = points with { Types = [.. Turns[s].Select(i => points.Types[i])] };
            KdFunctionResult expected = KdFunction.Estimate(
                relabelled, new() { Distances = Options.Distances, Reference = "case" }, cancellationToken: TestContext.Current.CancellationToken);
            Bits.Same([.. result.Simulated.Row(s)], expected.Values).ShouldBeTrue();
        }

        double[] first = [.. Enumerable.Range(0, Turns.Length).Select(s => result.Simulated.Row(s)[0]).Order()];
        result.Band.Lower[0].ShouldBe(first[2]);
        result.Band.Upper[0].ShouldBe(first[^3]);
        result.Band.ShouldBeEquivalentTo(RankBand.OfRank(result.Simulated, 3));
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        RelabelledPattern pattern = new(Patterns.Uniform(48, each: 4), Turns);

        Bits.Same(Estimate(pattern, Options, 1).Simulated.Values, Estimate(pattern, Options, 8).Simulated.Values).ShouldBeTrue();
    }

    [Fact]
    public void Relabellings_that_change_nothing_give_back_the_observed_curve()
    {
        int[] same = [.. Enumerable.Range(0, 48)];

        KdFunctionEnvelopeResult result = Estimate(
            new RelabelledPattern(Patterns.Uniform(48, each: 4), [same, same, same]), Options with { Rank = 2 });

        result.Band.Lower.ShouldBe(result.Observed.Values);
        result.Band.Upper.ShouldBe(result.Observed.Values);
        result.Band.ShareAny.ShouldBe(0);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        PointPattern points = Patterns.Uniform(48, each: 4);
        Refused(new(points, []), Options);
        Refused(new(points, [[0, 1]]), Options with { Rank = 1 });
        Refused(new(points, Turns), Options with { Rank = 26 });
        Refused(new(points, Turns), Options with { Reference = "nobody" });
        Should.Throw<ArgumentException>(() => Options with { Rank = 0 });

        static void Refused(RelabelledPattern pattern, KdFunctionEnvelopeOptions options) =>
            Should.Throw<ArgumentException>(() => Estimate(pattern, options));
    }

    private static KdFunctionEnvelopeResult Estimate(RelabelledPattern pattern, KdFunctionEnvelopeOptions options, int workers = 2) =>
        KdFunctionEnvelope.Estimate(pattern, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
