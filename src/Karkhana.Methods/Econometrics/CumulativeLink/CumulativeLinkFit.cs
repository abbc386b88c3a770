using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A fitted cumulative link model.</summary>
internal sealed class CumulativeLinkFit
{
    public CumulativeLinkFit(double nullLogLikelihood, double logLikelihood, double[] estimate, int categories, Matrix<double> information)
    {
        NullLogLikelihood = nullLogLikelihood;
        LogLikelihood = logLikelihood;
        Thresholds = estimate[..(categories - 1)];
        Coefficients = estimate[(categories - 1)..];
        Information = information;
    }

    /// <summary>Gets the log-likelihood of the model without columns.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>Gets the log-likelihood; NaN when the columns are aliased.</summary>
    public double LogLikelihood { get; }

    public double[] Thresholds { get; }

    public double[] Coefficients { get; }

    /// <summary>Gets the observed information, thresholds before coefficients.</summary>
    public Matrix<double> Information { get; }

    /// <summary>Gets how the maximum was found; null when the columns are aliased.</summary>
    public Ascent? Ascent { get; init; }

    public bool Converged { get; init; }

    /// <summary>Gets a value indicating whether a combination of the columns is constant, so that no coefficient is
    /// determined.</summary>
    public bool Aliased { get; init; }

    /// <summary>Gets a value indicating whether an estimate grows without bound: some column separates the categories. The
    /// log-likelihood is then the limit.</summary>
    public bool Separated { get; init; }
}
