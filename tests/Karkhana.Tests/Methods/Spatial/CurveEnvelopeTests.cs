using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class CurveEnvelopeTests
{
    private static readonly Gen<double[]> Curves = Gen.Double[-5, 5].Array[1, 120];

    [Fact]
    public void Five_curves_at_one_distance_give_the_band_computed_by_hand()
    {
        CurveEnvelopeResult result = Estimate([1.3], [0.8, 0.9, 1.0, 1.1, 1.4], new EnvelopeOptions { Alpha = 0.5 });

        result.Envelope.Lower.ShouldBe([0.9]);
        result.Envelope.Upper.ShouldBe([1.1]);
        result.UpperPValues.ShouldBe([2 / 6.0]);
    }

    [Fact]
    public void The_pointwise_band_has_the_bits_of_its_scalar_twin() => Curves.Sample(values =>
    {
        double[][] curves = [.. values.Chunk(3).Where(curve => curve.Length == 3)];
        if (curves.Length == 0)
        {
            return true;
        }

        CurveEnvelopeResult result = Estimate([0, 1, 2], [.. curves.SelectMany(curve => curve)], new EnvelopeOptions { Alpha = 0.1 });
        return Enumerable.Range(0, 3).All(r =>
        {
            double[] column = [.. curves.Select(curve => curve[r]).Order()];
            return Bits.Same([result.Envelope.Lower[r]], [Quantile(column, 0.05)])
                && Bits.Same([result.Envelope.Upper[r]], [Quantile(column, 0.95)])
                && result.UpperPValues[r] == (1.0 + column.Count(value => value >= r)) / (column.Length + 1.0);
        });
    });

    [Fact]
    public void The_global_band_is_that_of_its_scalar_twin() => Curves.Sample(values =>
    {
        double[][] curves = [.. values.Chunk(3).Where(curve => curve.Length == 3)];
        if (curves.Length == 0)
        {
            return true;
        }

        EnvelopeOptions options = new() { Alpha = 0.3, Type = EnvelopeType.GlobalIterative };
        Envelope band = Estimate([0, 0, 0], [.. curves.SelectMany(curve => curve)], options).Envelope;
        (double[] lower, double[] upper) = GlobalTwin(curves, 0.3);
        return Bits.Close(band.Lower, lower, relative: 1e-12) && Bits.Close(band.Upper, upper, relative: 1e-12);
    });

    [Theory]
    [InlineData(EnvelopeType.Pointwise)]
    [InlineData(EnvelopeType.GlobalIterative)]
    public void The_order_of_different_simulations_and_a_scale_of_two_change_no_bit(EnvelopeType type) => Curves.Sample(values =>
    {
        double[] simulated = [.. values.Distinct()];
        EnvelopeOptions options = new() { Alpha = 0.2, Type = type };
        Envelope band = Estimate([0], simulated, options).Envelope;
        Envelope turned = Estimate([0], [.. simulated.Reverse()], options).Envelope;
        Envelope doubled = Estimate([0], [.. simulated.Select(value => 2 * value)], options).Envelope;
        return Bits.Same(band.Lower, turned.Lower) && Bits.Same(band.Upper, turned.Upper)
            && Bits.Same([2 * band.Lower[0]], doubled.Lower) && Bits.Same([2 * band.Upper[0]], doubled.Upper);
    });

    [Fact]
    public void Simulations_that_are_not_defined_are_left_out()
    {
        CurveEnvelopeResult result = Estimate([1, double.NaN], [double.NaN, 1, 2, 1, 0, 1], new EnvelopeOptions { Alpha = 0.5 });

        result.Envelope.Lower[0].ShouldBe(0.5);
        result.Envelope.Upper[0].ShouldBe(1.5);
        result.UpperPValues.ShouldBe([2 / 3.0, double.NaN]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [1, 2, 3], new EnvelopeOptions(), width: 3));
        Should.Throw<ArgumentException>(() => Estimate([1], [], new EnvelopeOptions()));
        Should.Throw<ArgumentException>(() => new EnvelopeOptions { Alpha = 0 });
        Should.Throw<ArgumentException>(() => new EnvelopeOptions { Alpha = 0.6 });
        Should.Throw<ArgumentException>(() => new EnvelopeOptions { Alpha = double.NaN });
    }

    private static CurveEnvelopeResult Estimate(double[] observed, double[] simulated, EnvelopeOptions options, int? width = null) =>
        CurveEnvelope.Estimate(
            new CurveSet([.. observed.Select((_, r) => (double)r)], observed, new ReplicateRows(width ?? observed.Length, simulated)),
            options,
            cancellationToken: TestContext.Current.CancellationToken);

    private static double Quantile(double[] sorted, double probability)
    {
        double position = (sorted.Length - 1) * probability;
        int below = (int)Math.Floor(position);
        return below == sorted.Length - 1
            ? sorted[below]
            : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>The words of the catalogue: drop whatever is extreme somewhere until few enough are kept, then interpolate.</summary>
    private static (double[] Lower, double[] Upper) GlobalTwin(double[][] curves, double alpha)
    {
        int width = curves[0].Length;
        double target = (1 - alpha) * curves.Length;
        List<double[]> kept = [.. curves];
        List<double[]> before = kept;
        while (kept.Count > target)
        {
            HashSet<double[]> extreme =
            [
                .. Enumerable.Range(0, width).Select(r => kept.MinBy(curve => curve[r])!),
                .. Enumerable.Range(0, width).Select(r => kept.MaxBy(curve => curve[r])!),
            ];
            if (extreme.Count == kept.Count)
            {
                break;
            }

            before = kept;
            kept = [.. kept.Where(curve => !extreme.Contains(curve))];
        }

        double Between(double last, double previous) => last + ((previous - last) / curves.Length * (target - kept.Count));
        return kept.Count == curves.Length
            ? ([.. Enumerable.Range(0, width).Select(r => kept.Min(curve => curve[r]))],
                [.. Enumerable.Range(0, width).Select(r => kept.Max(curve => curve[r]))])
            : ([.. Enumerable.Range(0, width).Select(r => Between(kept.Min(curve => curve[r]), before.Min(curve => curve[r])))],
                [.. Enumerable.Range(0, width).Select(r => Between(kept.Max(curve => curve[r]), before.Max(curve => curve[r])))]);
    }
}
