using System.Text.Json;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class MFunctionEnvelopeTests
{
    private static readonly int[][] FourRelabellings = [[3, 4, 5, 0, 1, 2], [0, 3, 1, 4, 2, 5], [5, 1, 2, 3, 4, 0], [0, 1, 3, 2, 4, 5]];

    [Fact]
    public void Four_relabellings_of_six_workshops_give_the_curves_computed_by_hand()
    {
        CurveEnvelopeResult result = Estimate(
            Patterns.Workshops, FourRelabellings, new() { Distances = [1, 10], Reference = "pump", Alpha = 0.2 });

        result.Curves.Observed[0].ShouldBe(2.788649706457926, tolerance: 1e-14);
        double[] expected = [4.684931506849315, 1, 0.9202544031311155, 1, 0.31232876712328766, 1, 2.788649706457926, 1];
        Bits.Close(result.Curves.Simulated.Values, expected, relative: 1e-14).ShouldBeTrue();
        result.Envelope.Lower[0].ShouldBe(0.49470645792563606, tolerance: 1e-14);
        result.Envelope.Upper[0].ShouldBe(4.116046966731899, tolerance: 1e-14);
        result.UpperPValues.ShouldBe([0.6, 1]);
    }

    [Fact]
    public void Every_simulated_curve_has_the_bits_of_the_scalar_twin_on_the_relabelled_pattern()
    {
        PointPattern points = Weighted(60);
        int[][] permutations = Permutations(60, 23);
        MFunctionEnvelopeOptions options = new() { Distances = [40, 300, 120], Reference = "case" };

        CurveEnvelopeResult result = Estimate(points, permutations, options);

        MFunctionOptions curve = new() { Distances = options.Distances, Reference = "case" };
        double[] expected = [.. permutations.SelectMany(from => MFunctionTwin.Estimate(
            points with { Types = [.. from.Select(i => points.Types[i])], Weights = [.. from.Select(i => points.Weights[i])] },
            curve).Curve)];
        Bits.Same(result.Curves.Simulated.Values, expected).ShouldBeTrue();
        Bits.Same(result.Curves.Observed, MFunctionTwin.Estimate(points, curve).Curve).ShouldBeTrue();
    }

    [Theory]
    [InlineData(EnvelopeType.Pointwise)]
    [InlineData(EnvelopeType.GlobalIterative)]
    public void One_worker_and_eight_give_the_same_bits(EnvelopeType type)
    {
        PointPattern points = Weighted(300);
        int[][] permutations = Permutations(300, 101);
        MFunctionEnvelopeOptions options = new() { Distances = [20, 50, 100, 200], Reference = "case", Type = type };

        CurveEnvelopeResult one = Estimate(points, permutations, options, workers: 1);
        CurveEnvelopeResult eight = Estimate(points, permutations, options, workers: 8);

        Bits.Same(one.Curves.Simulated.Values, eight.Curves.Simulated.Values).ShouldBeTrue();
        Bits.Same(one.Envelope.Lower, eight.Envelope.Lower).ShouldBeTrue();
        Bits.Same(one.Envelope.Upper, eight.Envelope.Upper).ShouldBeTrue();
        Bits.Same(one.UpperPValues, eight.UpperPValues).ShouldBeTrue();
    }

    [Fact]
    public void Relabellings_that_change_nothing_give_back_the_observed_curve()
    {
        int[][] same = [.. Enumerable.Repeat(Enumerable.Range(0, 6).ToArray(), 5)];

        CurveEnvelopeResult result = Estimate(Patterns.Workshops, same, new() { Distances = [0.45, 1], Reference = "pump" });

        result.Envelope.Lower.ShouldBe(result.Curves.Observed);
        result.Envelope.Upper.ShouldBe(result.Curves.Observed);
        result.UpperPValues.ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void Bad_input_is_refused_on_any_number_of_workers(int workers)
    {
        Refused([]);
        Refused([[0, 1, 2]]);
        Refused([.. FourRelabellings, .. FourRelabellings, [0, 1, 2, 3, 4, 6]]);
        Refused([[-1, 1, 2, 3, 4, 5]]);
        Refused(FourRelabellings, "nobody");
        Should.Throw<ArgumentException>(() => new MFunctionEnvelopeOptions { Distances = [1], Reference = "pump", Alpha = 0.7 });

        void Refused(int[][] permutations, string reference = "pump") => Should.Throw<ArgumentException>(() =>
            Estimate(Patterns.Workshops, permutations, new() { Distances = [1], Reference = reference }, workers));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("1e12")]
    public void A_position_of_a_request_that_is_no_whole_number_from_one_is_refused(string position)
    {
        using JsonDocument document = JsonDocument.Parse($$$"""
            {"input": {"permutations": {"columns": ["id", "p1", "p2"], "values": [[1, 2, {{{position}}}]]},
                       "points": {"columns": ["x", "y"], "values": [[0, 0], [1, 1]]} } }
            """);

        MeasureRequest request = InlineRequest.Read(document.RootElement);

        Should.Throw<ArgumentException>(() => RelabelledPattern.Read(request)).Message.ShouldContain("whole positions from 1");
    }

    private static CurveEnvelopeResult Estimate(
        PointPattern points, int[][] permutations, MFunctionEnvelopeOptions options, int workers = 2) => MFunctionEnvelope.Estimate(
            new RelabelledPattern(points, permutations),
            options,
            new ExecutionOptions { Workers = workers },
            TestContext.Current.CancellationToken);

    private static PointPattern Weighted(int count)
    {
        RandomStream stream = new(3, RandomPurpose.Example, 1);
        return Patterns.Uniform(count, each: 4) with { Weights = [.. Enumerable.Range(0, count).Select(_ => 1.0 + stream.NextInt(50))] };
    }

    private static int[][] Permutations(int count, int simulations) =>
    [
        .. Enumerable.Range(0, simulations).Select(s =>
        {
            int[] positions = [.. Enumerable.Range(0, count)];
            new RandomStream(4, RandomPurpose.Example, s).Shuffle<int>(positions);
            return positions;
        }),
    ];
}
