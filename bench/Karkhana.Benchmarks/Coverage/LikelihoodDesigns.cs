using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using MathNet.Numerics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Yes and no, counts, ordered answers.</summary>
internal static class LikelihoodDesigns
{
    private const double Slope = 0.5;

    public static IEnumerable<CoverageDesign> All() =>
    [
        new("binary regression", "logit, n 200", 2000, stream => Binary(stream, BinaryLink.Logit)),
        new("binary regression", "probit, n 200", 2000, stream => Binary(stream, BinaryLink.Probit)),
        new("Poisson regression", "expected information, n 150", 2000, stream => Counts(stream, 150, 0, PoissonCovariance.Expected)),
        new("Poisson regression", "sandwich, mixed rates, n 400", 2000, stream => Counts(stream, 400, 0.5, PoissonCovariance.Sandwich)),
        new("Poisson regression", "expected information, mixed rates, n 400", 2000, stream => Counts(stream, 400, 0.5, PoissonCovariance.Expected))
        {
            Known = "wrong assumption, shown on purpose",
        },
        new("ordered regression", "logit, four answers, n 200", 1000, Ordered),
    ];

    private static CoverageTrial Binary(RandomStream stream, BinaryLink link)
    {
        Simulated data = Simulated.Draw(200, stream);
        RegressionSample sample = data.Sample(row =>
        {
            double index = (Slope * data.First[row]) - 0.3;
            bool yes = link == BinaryLink.Logit ? stream.NextBool(SpecialFunctions.Logistic(index)) : index + stream.NextGaussian() > 0;
            return yes ? 1 : 0;
        });
        return Simulated.Judge(BinaryRegression.Estimate(sample, new BinaryRegressionOptions { Model = Simulated.Model, Link = link }).Coefficients, Slope);
    }

    private static CoverageTrial Counts(RandomStream stream, int rows, double spread, PoissonCovariance covariance)
    {
        Simulated data = Simulated.Draw(rows, stream);
        RegressionSample sample = data.Sample(row => Count(Math.Exp(
            0.3 + (Slope * data.First[row]) + (spread * stream.NextGaussian()) - (spread * spread / 2)), stream));
        return Simulated.Judge(PoissonRegression.Estimate(
            sample, new PoissonRegressionOptions { Model = Simulated.Model, Covariance = covariance }).Coefficients, Slope);
    }

    private static CoverageTrial Ordered(RandomStream stream)
    {
        Simulated data = Simulated.Draw(200, stream);
        RegressionSample sample = data.Sample(row =>
        {
            double draw = stream.NextDouble();
            double latent = (Slope * data.First[row]) + Math.Log(draw / (1 - draw));
            return latent < -1 ? 1 : latent < 0.3 ? 2 : latent < 1.5 ? 3 : 4;
        });
        return Simulated.Judge(OrderedRegression.Estimate(
            sample, new OrderedRegressionOptions { Model = Simulated.Model with { Intercept = false } }).Coefficients, Slope);
    }

    // By adding up waiting times.
    internal static double Count(double mean, RandomStream stream)
    {
        int count = 0;
        for (double time = -Math.Log(1 - stream.NextDouble()); time < mean; time -= Math.Log(1 - stream.NextDouble()))
        {
            count++;
        }

        return count;
    }
}
