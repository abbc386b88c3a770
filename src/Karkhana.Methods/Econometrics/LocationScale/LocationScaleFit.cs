using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A model y = x'b + scale·e whose likelihood is concave in b/scale and 1/scale.</summary>
/// <remarks>The outcome is brought to mean 0 (where there is a constant) and spread 1, the model is fitted in the
/// parameters d = b/scale and h = 1/scale, and the result is brought back. Source: Olsen 1978,
/// doi:10.2307/1913445.</remarks>
internal sealed class LocationScaleFit
{
    private LocationScaleFit(Ascent ascent, double[] estimates, double scale, Matrix<double> jacobian)
    {
        Ascent = ascent;
        Estimates = estimates;
        Scale = scale;
        Jacobian = jacobian;
    }

    public Ascent Ascent { get; }

    /// <summary>Gets the coefficients in the unit of the outcome.</summary>
    public double[] Estimates { get; }

    public double Scale { get; }

    /// <summary>Gets the derivatives of coefficients and scale by the parameters of the ascent.</summary>
    public Matrix<double> Jacobian { get; }

    /// <summary>Fits.</summary>
    /// <param name="scaled">The scaled columns.</param>
    /// <param name="unit">The unit of the outcome.</param>
    /// <param name="likelihood">The log-likelihood of the outcome in that unit, in d and h, h last.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public static LocationScaleFit Fit(
        ScaledColumns scaled, OutcomeUnit unit, ISmoothObjective likelihood, CancellationToken cancellationToken)
    {
        double[] start = new double[likelihood.Count];
        start[^1] = 1;
        Ascent ascent = NewtonAscent.Maximise(likelihood, start, cancellationToken: cancellationToken);
        int k = scaled.Columns.Length;
        double inverse = 1 / ascent.Estimates[^1];
        double[] whole = scaled.Restore(ascent.Estimates.AsSpan(0, k));
        double[] estimates = [.. whole.Select(value => value * inverse * unit.Spread)];
        Matrix<double> jacobian = Matrix<double>.Build.Dense(k + 1, k + 1);
        jacobian.SetSubMatrix(0, 0, scaled.Map() * (inverse * unit.Spread));
        for (int j = 0; j < k; j++)
        {
            jacobian[j, k] = -estimates[j] * inverse;
        }

        jacobian[k, k] = -inverse * inverse * unit.Spread;
        estimates[0] += unit.Mean;
        return new LocationScaleFit(ascent, estimates, inverse * unit.Spread, jacobian);
    }

    /// <summary>Gives the covariance of coefficients and scale by the observed information or the scores.</summary>
    public Matrix<double> Covariance(
        Func<double[][]> scores, LikelihoodCovariance estimator, RegressionSample sample, DesignMatrix design) => ScaledColumns.Turn(
            Jacobian,
            LikelihoodSandwich.Covariance(NewtonAscent.Inverse(Ascent.Information), scores, estimator, sample, design.Rows, design.Weights));
}
