using CsCheck;
using Karkhana.Methods;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class IndexLikelihoodTests
{
    private static readonly Gen<(double[] X, double[] Y, double[] Weights, double[] At)> Draws =
        from n in Gen.Int[1, 1300]
        from x in Gen.Double[-3, 3].Array[n]
        from y in Gen.Int[0, 1].Array[n]
        from weights in Gen.Int[1, 3].Array[n]
        from at in Gen.Double[-2, 2].Array[3]
        select (x, y.Select(value => (double)value).ToArray(), weights.Select(value => (double)value).ToArray(), at);

    [Fact]
    public void Blocks_and_lanes_add_up_like_the_scalar_twin_to_the_bit() => Draws.Sample((x, y, weights, at) =>
    {
        double[][] columns = [[.. x.Select(_ => 1.0)], x, [.. x.Select(value => value * value)]];
        double[] gradient = new double[3];
        double[] information = new double[9];
        double value = new IndexLikelihood<LogitRow>(new LogitRow(y), columns, weights).Evaluate(at, gradient, information);
        (double twinValue, double[] twinGradient, double[] twinInformation) = Twin(columns, y, weights, at);
        return Bits.Same([value], [twinValue]) && Bits.Same(gradient, twinGradient) && Bits.Same(information, twinInformation);
    }, iter: 40);

    [Theory]
    [InlineData(-60.0)]
    [InlineData(-20.5)]
    [InlineData(-19.5)]
    [InlineData(-3.0)]
    [InlineData(0.0)]
    [InlineData(2.5)]
    [InlineData(30.0)]
    public void Derivatives_of_a_row_are_the_limits_of_differences(double index)
    {
        LogitRow logit = new([1, 0]);
        ProbitRow probit = new([1, 0]);
        for (int row = 0; row < 2; row++)
        {
            Check(at => logit.At(row, at, 0), index);
            Check(at => probit.At(row, at, 0), index);
        }
    }

    [Fact]
    public void Normal_tails_keep_their_digits_far_out()
    {
        // Logarithms of Φ(−10) and Φ(−40) and φ(40)/Φ(−40) by mpmath at 50 digits.
        NormalTail.LogLower(-10).ShouldBe(-53.231285150512471, tolerance: 1e-12);
        NormalTail.LogLower(-40).ShouldBe(-804.60844201375379, tolerance: 1e-10);
        NormalTail.LogLower(0).ShouldBe(Math.Log(0.5), tolerance: 1e-15);
        NormalTail.InverseMills(0).ShouldBe(Math.Sqrt(2 / Math.PI), tolerance: 1e-15);
        NormalTail.InverseMills(-40).ShouldBe(40.024968847207264, tolerance: 1e-11);
        NormalTail.InverseMills(50).ShouldBe(0);
    }

    private static void Check(Func<double, RowLikelihood> row, double index)
    {
        const double Step = 1e-5;
        RowLikelihood at = row(index);
        double slope = (row(index + Step).Value - row(index - Step).Value) / (2 * Step);
        double curvature = -(row(index + Step).Slope - row(index - Step).Slope) / (2 * Step);
        at.Slope.ShouldBe(slope, 1e-6 * Math.Max(1, Math.Abs(slope) + Math.Abs(at.Value)));
        at.Curvature.ShouldBe(curvature, 1e-6 * Math.Max(1, Math.Abs(at.Slope)));
    }

    // Blocks of 512; within a block four lanes, then the rest, as Sums does.
    private static (double Value, double[] Gradient, double[] Information) Twin(double[][] columns, double[] y, double[] weights, double[] at)
    {
        double value = 0;
        double[] gradient = new double[3];
        double[] information = new double[9];
        for (int first = 0; first < y.Length; first += 512)
        {
            int[] rows = [.. Enumerable.Range(first, Math.Min(512, y.Length - first))];
            RowLikelihood[] parts = [.. rows.Select(row => new LogitRow(y).At(
                row, ((0 + (at[0] * columns[0][row])) + (at[1] * columns[1][row])) + (at[2] * columns[2][row]), 0))];
            value += Lanes([.. rows.Select((row, i) => weights[row] * parts[i].Value)]);
            for (int j = 0; j < 3; j++)
            {
                gradient[j] += Lanes([.. rows.Select((row, i) => weights[row] * parts[i].Slope * columns[j][row])]);
                for (int l = 0; l <= j; l++)
                {
                    information[(j * 3) + l] += Lanes(
                        [.. rows.Select((row, i) => weights[row] * parts[i].Curvature * columns[j][row] * columns[l][row])]);
                    information[(l * 3) + j] = information[(j * 3) + l];
                }
            }
        }

        return (value, gradient, information);
    }

    private static double Lanes(double[] values)
    {
        double[] lanes = new double[4];
        int whole = values.Length / 4 * 4;
        for (int i = 0; i < whole; i++)
        {
            lanes[i % 4] += values[i];
        }

        return values.Skip(whole).Aggregate((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]), (sum, value) => sum + value);
    }
}
