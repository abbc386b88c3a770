using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Least squares with one row's errors independent of another's, and instruments.</summary>
internal static class LinearDesigns
{
    private const double Slope = 0.5;

    public static IEnumerable<CoverageDesign> All() =>
    [
        Plain("classical, equal variances, n 40", CovarianceEstimator.Classical, 40, unequal: false),
        Plain("hc3, equal variances, n 40", CovarianceEstimator.Hc3, 40, unequal: false),
        Plain("hc3, unequal variances, n 60", CovarianceEstimator.Hc3, 60, unequal: true),
        Plain("hc2, unequal variances, n 200", CovarianceEstimator.Hc2, 200, unequal: true),
        Plain("hc1, unequal variances, n 400", CovarianceEstimator.Hc1, 400, unequal: true),
        Plain("classical, unequal variances, n 200", CovarianceEstimator.Classical, 200, unequal: true) with
        {
            Known = "wrong assumption, shown on purpose",
        },
        new("two-stage least squares", "classical, strong instruments, n 200", 2000, stream => Instruments(stream, TwoStageCovariance.Classical, 1)),
        new("two-stage least squares", "hc1, strong instruments, n 200", 2000, stream => Instruments(stream, TwoStageCovariance.Hc1, 1)),
        new("two-stage least squares", "classical, weak instruments, n 200", 2000, stream => Instruments(stream, TwoStageCovariance.Classical, 0.1))
        {
            Careful = "first-stage F near 2; the result warns",
        },
    ];

    private static CoverageDesign Plain(string name, CovarianceEstimator covariance, int rows, bool unequal) =>
        new("least squares", name, 2000, stream =>
        {
            Simulated data = Simulated.Draw(rows, stream);
            double[] errors = Simulated.Normal(rows, stream);
            RegressionSample sample = data.Sample(row => (Slope * data.First[row])
                + (errors[row] * (unequal ? Math.Sqrt(0.5 + (0.5 * data.First[row] * data.First[row]) + (0.5 * data.Second[row] * data.Second[row])) : 1)));
            return Simulated.Judge(OrdinaryLeastSquares.Estimate(
                sample, new OrdinaryLeastSquaresOptions { Model = Simulated.Model, Covariance = covariance }).Coefficients, Slope);
        });

    private static CoverageTrial Instruments(RandomStream stream, TwoStageCovariance covariance, double strength)
    {
        const int Rows = 200;
        Simulated data = Simulated.Draw(Rows, stream);
        (double[] first, double[] second, double[] common) = (Simulated.Normal(Rows, stream), Simulated.Normal(Rows, stream), Simulated.Normal(Rows, stream));
        double[] regressor = [.. common.Select((value, row) => (strength * (first[row] + second[row]) / 2) + (0.7 * value) + (0.7 * stream.NextGaussian()))];
        RegressionSample plain = data.Sample(row => (Slope * regressor[row]) + (0.7 * common[row]) + (0.7 * stream.NextGaussian()));
        RegressionSample sample = new(Table.Of(
            "sample", [.. plain.Data.Columns, Column.Of("w", regressor), Column.Of("z1", first), Column.Of("z2", second)]));
        TwoStageSpecification model = new()
        {
            Outcome = Simulated.Outcome,
            Exogenous = [Simulated.Idle],
            Endogenous = ["w"],
            Instruments = ["z1", "z2"],
        };
        return CoverageTrial.Of(TwoStageLeastSquares.Estimate(
            sample, new TwoStageLeastSquaresOptions { Model = model, Covariance = covariance }).Coefficients, "w", Slope, Simulated.Idle);
    }
}
