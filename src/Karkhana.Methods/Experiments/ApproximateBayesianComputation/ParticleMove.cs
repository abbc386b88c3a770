using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Experiments;

/// <summary>How accepted sets are moved: by a normal step with a multiple of their weighted covariance.</summary>
internal sealed class ParticleMove
{
    private const double LeastVariance = 1e-10;

    private readonly Matrix<double> _root;
    private readonly Matrix<double> _precision;

    public ParticleMove(Particles particles, double factor)
    {
        Matrix<double> covariance = Covariance(particles) * factor;
        for (int i = 0; i < covariance.RowCount; i++)
        {
            covariance[i, i] += LeastVariance;
        }

        _root = covariance.Cholesky().Factor;
        _precision = covariance.Inverse();
    }

    public void Step(ReadOnlySpan<double> from, ReadOnlySpan<double> independent, Span<double> to)
    {
        for (int row = 0; row < to.Length; row++)
        {
            double sum = from[row];
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
            step[i] = to[i] - from[i];
        }

        return -0.5 * QuadraticForm.Of(_precision, step);
    }

    private static Matrix<double> Covariance(Particles particles)
    {
        int width = particles.Scores[0].Length;
        double[] mean = new double[width];
        for (int i = 0; i < particles.Count; i++)
        {
            for (int j = 0; j < width; j++)
            {
                mean[j] += particles.Weights[i] * particles.Scores[i][j];
            }
        }

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
