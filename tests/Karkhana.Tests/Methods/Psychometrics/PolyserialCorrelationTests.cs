using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class PolyserialCorrelationTests
{
    private static readonly PolyserialCorrelationOptions MaximumLikelihood = new() { Method = LatentCorrelationMethod.MaximumLikelihood };

    private static readonly Gen<(double[] X, double[] Y)> Pairs =
        from respondents in Gen.Int[8, 30]
        from x in Gen.Int[-50, 50].Select(value => value / 10.0).Array[respondents]
        from y in Gen.Int[1, 3].Select(value => (double)value).Array[respondents]
        where y.Distinct().Count() == 3 && Contradicted(x, y)
        select (x, y);

    [Fact]
    public void Two_halves_are_worked_out_by_hand()
    {
        // x = 1 2 3 4, y = 0 1 0 1: Σxy = 1, Σx² = 5, Σy² = 1, so that r = 1/√5; the threshold 0 has density 1/√(2π).
        double r = 1 / Math.Sqrt(5);
        double expected = Math.Sqrt(3.0 / 4) * Math.Sqrt(1.0 / 3) * r * Math.Sqrt(2 * Math.PI);

        PolyserialCorrelationResult result = Estimate([1, 2, 3, 4], [0, 1, 0, 1]);

        result.Estimate.ShouldBe(expected, tolerance: 1e-15);
        result.Thresholds.ShouldBe([0]);
        result.StandardError.ShouldBe(double.NaN);
        result.Respondents.ShouldBe(4);
    }

    [Fact]
    public void Maximum_likelihood_has_the_top_and_the_bend_of_the_plain_likelihood() => Pairs.Sample(
        pairs =>
        {
            PolyserialCorrelationResult result = Estimate(pairs.X, pairs.Y, MaximumLikelihood);
            double step = 0.05 * result.StandardError;
            double best = Profile(pairs.X, pairs.Y, result.Estimate);
            double above = Profile(pairs.X, pairs.Y, result.Estimate + step);
            double below = Profile(pairs.X, pairs.Y, result.Estimate - step);
            double bend = -(above - (2 * best) + below) / (step * step);
            return above < best && below < best && Math.Abs((bend * result.StandardError * result.StandardError) - 1) < 0.05;
        },
        iter: 30);

    [Fact]
    public void Units_codes_and_directions_do_not_matter() => Pairs.Sample(pairs =>
    {
        foreach (PolyserialCorrelationOptions options in new[] { new PolyserialCorrelationOptions(), MaximumLikelihood })
        {
            PolyserialCorrelationResult result = Estimate(pairs.X, pairs.Y, options);
            PolyserialCorrelationResult moved = Estimate([.. pairs.X.Select(x => (3 * x) - 7)], [.. pairs.Y.Select(y => y + 1000)], options);
            PolyserialCorrelationResult turned = Estimate([.. pairs.X.Select(x => -x)], pairs.Y, options);
            PolyserialCorrelationResult reversed = Estimate(pairs.X, [.. pairs.Y.Select(y => -y)], options);
            if (!Bits.Close([moved.Estimate, -turned.Estimate, -reversed.Estimate], [.. Enumerable.Repeat(result.Estimate, 3)], relative: 1e-8)
                || !Bits.Close([moved.StandardError, turned.StandardError], [result.StandardError, result.StandardError], relative: 1e-6))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void The_correlation_behind_the_categories_is_found_again()
    {
        RandomStream stream = new(4, RandomPurpose.Example, 0);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(_ => stream.NextGaussian())];
        foreach (double rho in new[] { -0.9, 0.1, 0.6 })
        {
            double[] y = [.. x.Select(value => (rho * value) + (Math.Sqrt(1 - (rho * rho)) * stream.NextGaussian())).Select(value => value < -0.5 ? 1 : value < 1 ? 2 : 3.0)];

            PolyserialCorrelationResult result = Estimate(x, y, MaximumLikelihood);

            Math.Abs(result.Estimate - rho).ShouldBeLessThan(4 * result.StandardError);
            Estimate(x, y).Estimate.ShouldBe(rho, tolerance: 0.03);
        }
    }

    [Fact]
    public void An_order_without_exception_is_perfect_and_two_steps_stop_at_one()
    {
        PolyserialCorrelationResult joint = Estimate([1, 2, 2, 3, 9], [1, 1, 2, 2, 3], MaximumLikelihood);
        PolyserialCorrelationResult falling = Estimate([5, 4, 3, 2], [1, 1, 2, 3], MaximumLikelihood);
        PolyserialCorrelationResult two = Estimate([1, 1, 1, 5, 5, 5], [0, 0, 0, 1, 1, 1]);

        joint.Estimate.ShouldBe(1);
        joint.StandardError.ShouldBe(double.NaN);
        joint.Notes.ShouldHaveSingleItem().Code.ShouldBe("perfect-association");
        falling.Estimate.ShouldBe(-1);
        two.Estimate.ShouldBe(1);
        two.Notes.ShouldHaveSingleItem().Code.ShouldBe("beyond-one");
    }

    [Fact]
    public void Incomplete_pairs_are_left_out_and_counted()
    {
        PolyserialCorrelationResult result = Estimate([1, 2, 3, 4, double.NaN, 7], [0, 1, 0, 1, 1, double.NaN]);

        result.Estimate.ShouldBe(Estimate([1, 2, 3, 4], [0, 1, 0, 1]).Estimate);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 6 ");
    }

    [Fact]
    public void Codes_that_are_no_scores_are_refused_in_two_steps_only()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3, 4], [0, 2, 0, 2])).Message.ShouldContain("found 2 out of line");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3, 4], [0.5, 1.5, 0.5, 1.5])).Message.ShouldContain("found 0.5");
        Estimate([1, 2, 3, 4], [0, 2, 0, 2], MaximumLikelihood).Estimate
            .ShouldBe(Estimate([1, 2, 3, 4], [0, 1, 0, 1], MaximumLikelihood).Estimate);
    }

    [Fact]
    public void Too_little_to_go_by_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([1, 2], [0, 1])).Message.ShouldContain("pairs must hold at least 3");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [0, 1])).Message.ShouldContain("3 values; it had 2");
        Should.Throw<ArgumentException>(() => Estimate([1, 2, 3], [1, 1, 1])).Message.ShouldContain("every answer to ordinal is 1");
        Should.Throw<ArgumentException>(() => Estimate([2, 2, 2], [1, 2, 1])).Message.ShouldContain("every answer to continuous is 2");
    }

    private static PolyserialCorrelationResult Estimate(double[] x, double[] y, PolyserialCorrelationOptions? options = null) =>
        PolyserialCorrelation.Estimate(new ContinuousOrdinalPairs(x, y), options, cancellationToken: TestContext.Current.CancellationToken);

    private static bool Contradicted(double[] x, double[] y)
    {
        int[] signs = [.. Enumerable.Range(0, x.Length).SelectMany(i => Enumerable.Range(0, i).Select(j => Math.Sign((x[i] - x[j]) * (y[i] - y[j]))))];
        return signs.Contains(1) && signs.Contains(-1);
    }

    /// <summary>Gives the greatest Σ ln[Φ(upper) − Φ(lower)] over both thresholds with ρ held.</summary>
    private static double Profile(double[] x, double[] y, double rho)
    {
        double mean = x.Average();
        double spread = Math.Sqrt(x.Sum(value => (value - mean) * (value - mean)) / (x.Length - 1));
        double[] z = [.. x.Select(value => (value - mean) / spread)];
        double rest = Math.Sqrt(1 - (rho * rho));
        double[] cuts = [double.NegativeInfinity, Normal.InvCDF(0, 1, Share(y, 1)), Normal.InvCDF(0, 1, Share(y, 1) + Share(y, 2)), double.PositiveInfinity];
        double At(int cut, double value)
        {
            cuts[cut] = value;
            return z.Zip(y).Sum(pair => Math.Log(
                Normal.CDF(0, 1, (cuts[(int)pair.Second] - (rho * pair.First)) / rest) - Normal.CDF(0, 1, (cuts[(int)pair.Second - 1] - (rho * pair.First)) / rest)));
        }

        double best = double.NegativeInfinity;
        for (int sweep = 0; sweep < 200; sweep++)
        {
            for (int cut = 1; cut <= 2; cut++)
            {
                const double h = 1e-4;
                double here = cuts[cut];
                (double low, double middle, double high) = (At(cut, here - h), At(cut, here), At(cut, here + h));
                best = At(cut, here + (h / 2 * (high - low) / ((2 * middle) - low - high)));
            }
        }

        return best;
    }

    private static double Share(double[] y, double category) => y.Count(value => value == category) / (double)y.Length;
}
