using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A joint test that several estimates are 0.</summary>
/// <param name="Statistic">χ².</param>
/// <param name="DegreesOfFreedom">The rank of the covariance of the estimates.</param>
public sealed record WaldTest(double Statistic, int DegreesOfFreedom)
{
    private const double Singular = 1e-10;

    /// <summary>Gets the degrees of freedom ν of the covariance of the estimates; infinite when it is taken as known.</summary>
    public double CovarianceDegrees { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the upper tail: of χ² with q degrees of freedom or, where ν is finite, of F(q, ν − q + 1) at
    /// χ²(ν − q + 1)/(νq), Hotelling's; NaN when nothing was tested or ν is below q.</summary>
    public double PValue
    {
        get
        {
            double below = CovarianceDegrees - DegreesOfFreedom + 1;
            return double.IsInfinity(below) ? ChiSquare.UpperTail(Statistic, DegreesOfFreedom)
                : below > 0 ? FisherF.UpperTail(Statistic * below / (CovarianceDegrees * DegreesOfFreedom), DegreesOfFreedom, below)
                : double.NaN;
        }
    }

    /// <summary>Computes b'V⁺b; directions that V does not tell apart from 0 are not tested.</summary>
    internal static WaldTest Of(double[] estimates, Matrix<double> covariance)
    {
        if (estimates.Length == 0)
        {
            return new WaldTest(double.NaN, 0);
        }

        // Scaled to a correlation matrix, so that units do not decide what is singular.
        double[] spreads = [.. covariance.Diagonal().Select(Math.Sqrt)];
        Matrix<double> correlation = Matrix<double>.Build.Dense(
            spreads.Length, spreads.Length, (row, column) => covariance[row, column] / (spreads[row] * spreads[column]));
        if (!correlation.Enumerate().All(double.IsFinite))
        {
            return new WaldTest(double.NaN, 0);
        }

        Vector<double> scaled = Vector<double>.Build.Dense(spreads.Length, row => estimates[row] / spreads[row]);
        var eigen = SymmetricEigen.Of(correlation, "covariance");
        Vector<double> turned = eigen.EigenVectors.TransposeThisAndMultiply(scaled);
        (double statistic, int rank) = (0, 0);
        for (int i = 0; i < turned.Count; i++)
        {
            double value = eigen.EigenValues[i].Real;
            if (value > Singular)
            {
                statistic += turned[i] * turned[i] / value;
                rank++;
            }
        }

        return new WaldTest(statistic, rank);
    }
}
