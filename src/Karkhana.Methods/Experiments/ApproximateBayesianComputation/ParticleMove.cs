using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>How accepted sets are moved: drawn towards their mean, then by a normal step, so that the moved ones spread as the sets do.</summary>
/// <remarks>
/// Centre a·z + (1 − a)·mean, step with covariance h²Σ, a² = 1 − h², h² = (4 / ((d + 2)·n))^(2/(d + 4)), at least 0.75, for n effective sets in d dimensions
/// (West 1993; Liu and West 2001). A step with 2Σ around the sets themselves spreads by 3Σ: in ten dimensions one weight in twenty would carry all.
/// </remarks>
internal sealed class ParticleMove
{
    private const double LeastVariance = 1e-10;

    /// <summary>In ten dimensions the steps of density estimation leave each set a hill of its own, and weights to few: wider ones gave twice the effective sets.</summary>
    private const double LeastBandwidth = 0.75;

    private readonly double[] _mean;
    private readonly double _kept;
    private readonly Matrix<double> _root;
    private readonly double[,] _precision;

    public ParticleMove(Particles particles, double factor)
    {
        int width = particles.Scores[0].Length;
        _mean = Mean(particles);
        double bandwidth = Math.Clamp(Math.Pow(4 / ((width + 2) * particles.EffectiveSize), 2.0 / (width + 4)), LeastBandwidth, 1);
        _kept = Math.Sqrt(1 - bandwidth);
        Matrix<double> covariance = Covariance(particles, _mean) * (bandwidth * factor);
        for (int i = 0; i < covariance.RowCount; i++)
        {
            covariance[i, i] += LeastVariance;
        }

        _root = covariance.Cholesky().Factor;
        _precision = covariance.Inverse().ToArray();
    }

    public void Step(ReadOnlySpan<double> from, ReadOnlySpan<double> independent, Span<double> to)
    {
        for (int row = 0; row < to.Length; row++)
        {
            double sum = Centre(from, row);
            for (int column = 0; column <= row; column++)
            {
                sum += _root[row, column] * independent[column];
            }

            to[row] = sum;
        }
    }

    /// <summary>Gives the logarithm of the density of a step, up to a constant.</summary>
    public double LogDensity(ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        Span<double> step = stackalloc double[from.Length];
        for (int i = 0; i < step.Length; i++)
        {
            step[i] = to[i] - Centre(from, i);
        }

        return -0.5 * QuadraticForm.Of(_precision, step);
    }

    private double Centre(ReadOnlySpan<double> from, int place) => (_kept * from[place]) + ((1 - _kept) * _mean[place]);

    private static double[] Mean(Particles particles)
    {
        double[] mean = new double[particles.Scores[0].Length];
        for (int i = 0; i < particles.Count; i++)
        {
            for (int j = 0; j < mean.Length; j++)
            {
                mean[j] += particles.Weights[i] * particles.Scores[i][j];
            }
        }

        return mean;
    }

    private static Matrix<double> Covariance(Particles particles, double[] mean)
    {
        int width = mean.Length;
        Matrix<double> covariance = Matrix<double>.Build.Dense(width, width);
        for (int i = 0; i < particles.Count; i++)
        {
            double[] scores = particles.Scores[i];
            for (int j = 0; j < width; j++)
            {
                for (int k = 0; k < width; k++)
                {
                    covariance[j, k] += particles.Weights[i] * (scores[j] - mean[j]) * (scores[k] - mean[k]);
                }
            }
        }

        return covariance;
    }
}
