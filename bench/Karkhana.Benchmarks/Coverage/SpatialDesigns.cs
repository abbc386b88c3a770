using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Spatial;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Neighbours: errors correlated in space, and outcomes that depend on those of neighbours.</summary>
internal static class SpatialDesigns
{
    private const double Slope = 0.5;
    private const int Terms = 60; // of the power series, whose rest is below 1e-20

    private const string TooSmall = "the kernel estimate is too small where few distances fit into the map; learning equations never take it below hc3, with degrees of freedom from places";

    public static IEnumerable<CoverageDesign> All() =>
    [
        new("errors in space", "Conley, Bartlett, cutoff 3, 20 by 20", 1000, stream => Conley(stream, 20, SpatialKernelKind.Bartlett)) { Known = TooSmall },
        new("errors in space", "Conley, uniform, cutoff 3, 20 by 20", 1000, stream => Conley(stream, 20, SpatialKernelKind.Uniform)) { Known = TooSmall },
        new("errors in space", "Conley, Bartlett, cutoff 3, 8 by 8", 1000, stream => Conley(stream, 8, SpatialKernelKind.Bartlett))
        {
            Known = "64 firms: the estimate has no small-sample correction; same remedy",
        },
        new("spatial lag", "slopes, 10 by 10, rho 0.4", 1000, stream => Lag(stream, 0.4, ofLag: false)),
        new("spatial lag", "rho, normal limits, 10 by 10, rho 0", 1000, stream => Lag(stream, 0, ofLag: true))
        {
            Known = "normal limits of a bounded parameter with 100 firms; the likelihood ratio beside it",
        },
        new("spatial lag", "rho, likelihood ratio, 10 by 10, rho 0", 1000, LagRatio),
    ];

    private static CoverageTrial Conley(RandomStream stream, int side, SpatialKernelKind kernel)
    {
        SpatialWeights neighbours = Lattice(side);
        int count = side * side;
        double[] Smooth() => Spread(neighbours, Simulated.Normal(count, stream), 0.6);
        (double[] first, double[] second, double[] errors) = (Smooth(), Smooth(), Smooth());
        RegressionSample sample = Simulated.Of(first, second).Sample(row => (Slope * first[row]) + errors[row]);
        return Simulated.Judge(ConleyRegression.Estimate(
            new PlacedSample(sample, [.. Enumerable.Range(0, count).Select(row => (double)(row % side))], [.. Enumerable.Range(0, count).Select(row => (double)(row / side))]),
            new ConleyRegressionOptions { Model = Simulated.Model, Cutoff = 3, Distance = CoordinateDistance.Euclidean, Kernel = kernel }).Coefficients, Slope);
    }

    private static AutoregressiveModel LagModel(RandomStream stream, double rho)
    {
        SpatialWeights neighbours = Lattice(10);
        Simulated data = Simulated.Draw(neighbours.Count, stream);
        double[] own = [.. data.First.Select(value => 1 + (Slope * value) + stream.NextGaussian())];
        double[] outcome = Spread(neighbours, own, rho);
        return SpatialLagRegression.Estimate(
            new SpatialSample(data.Sample(row => outcome[row]), neighbours),
            new SpatialLagRegressionOptions { Model = Simulated.Model, ImpactDraws = 0 }).Model;
    }

    // The interval that inverts the test holds zero when the test keeps it.
    private static CoverageTrial LagRatio(RandomStream stream)
    {
        bool kept = LagModel(stream, 0).LikelihoodRatioPValue > 0.05;
        return new CoverageTrial(kept ? 1 : 0, kept ? 0 : 1);
    }

    private static CoverageTrial Lag(RandomStream stream, double rho, bool ofLag)
    {
        AutoregressiveModel model = LagModel(stream, rho);
        return ofLag
            ? CoverageTrial.Of(model.Autoregression, model.Autoregression.Terms[0], rho, model.Autoregression.Terms[0])
            : Simulated.Judge(model.Coefficients, Slope);
    }

    // (I − ρW)⁻¹v by its power series; W has rows that add up to 1.
    internal static double[] Spread(SpatialWeights neighbours, double[] values, double rho)
    {
        double[] sum = [.. values];
        double[] term = values;
        for (int power = 1; power < Terms && rho != 0; power++)
        {
            double[] last = term;
            term = [.. Enumerable.Range(0, last.Length).Select(unit => neighbours.Lag(unit, last))];
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += Math.Pow(rho, power) * term[i];
            }
        }

        return sum;
    }

    internal static SpatialWeights Lattice(int side)
    {
        (int From, int To)[] links = [.. Enumerable.Range(0, side * side).SelectMany(unit => new[] { (-1, 0), (1, 0), (0, -1), (0, 1) }
            .Select(step => (X: (unit % side) + step.Item1, Y: (unit / side) + step.Item2))
            .Where(to => to.X >= 0 && to.X < side && to.Y >= 0 && to.Y < side).Select(to => (unit, (to.Y * side) + to.X)))];
        return SpatialWeights.Of(
            [.. Enumerable.Range(0, side * side).Select(unit => FormattableString.Invariant($"u{unit}"))],
            [.. links.Select(link => link.From)], [.. links.Select(link => link.To)]).Coded(WeightsStyle.RowStandardised);
    }
}
