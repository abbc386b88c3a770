using Karkhana.Core.Kernels;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The likelihood of an ordered variable given a standardised continuous one.</summary>
/// <remarks>
/// With β = ρ/√(1 − ρ²) and τ_k = t_k/√(1 − ρ²) a category has the probability Φ(τ_k − βz) − Φ(τ_{k−1} − βz): a probit
/// model for ordered categories, whose log-likelihood is concave, so that Newton's steps find the one maximum.
/// Source: Cox 1974, doi:10.2307/2529626 (the likelihood); Burridge 1981, doi:10.1111/j.2517-6161.1981.tb01150.x
/// (concavity).
/// </remarks>
internal sealed class PolyserialLikelihood(double[] scores, int[] categories, int count)
{
    private const int MostSteps = 200;
    private const int MostHalvings = 60;
    private const double Precision = 1e-16; // of the squared distance from the maximum in standard errors

    /// <summary>Maximises from thresholds and a slope of zero.</summary>
    public LatentCorrelation Maximise(double[] thresholds)
    {
        double[] parameters = [0, .. thresholds];
        double likelihood = LogLikelihood(parameters);
        for (int step = 0; step < MostSteps; step++)
        {
            (Vector<double> gradient, Matrix<double> information) = Derivatives(parameters);
            if (PositiveDefinite.Solve(information, gradient) is not { } direction)
            {
                break; // so near to ±1 that the curvature is lost in rounding
            }

            (double[]? next, likelihood) = Advance(parameters, direction, likelihood);
            if (next is null)
            {
                break;
            }

            parameters = next;
            if (gradient.DotProduct(direction) <= Precision)
            {
                return Result(parameters, converged: true);
            }
        }

        return Result(parameters, converged: false);
    }

    private (double[]? Parameters, double Likelihood) Advance(double[] parameters, Vector<double> direction, double likelihood)
    {
        double share = 1;
        for (int halving = 0; halving < MostHalvings; halving++, share /= 2)
        {
            double[] next = [.. parameters.Select((value, i) => value + (share * direction[i]))];
            double reached = LogLikelihood(next);
            if (reached >= likelihood - (1e-12 * Math.Abs(likelihood)))
            {
                return (next, reached);
            }
        }

        return (null, likelihood);
    }

    private LatentCorrelation Result(double[] parameters, bool converged)
    {
        double scale = 1 + (parameters[0] * parameters[0]);
        double variance = PositiveDefinite.InverseAt(Derivatives(parameters).Information, 0);
        return new LatentCorrelation(
            parameters[0] / Math.Sqrt(scale), Math.Sqrt(variance) / (scale * Math.Sqrt(scale)), converged);
    }

    private double LogLikelihood(double[] parameters)
    {
        double[] logs = new double[scores.Length];
        for (int row = 0; row < logs.Length; row++)
        {
            (double low, double high) = Limits(parameters, row);
            logs[row] = low < high ? Math.Log(BivariateNormal.Interval(low, high)) : double.NegativeInfinity;
        }

        return Sums.Sum(logs);
    }

    private (Vector<double> Gradient, Matrix<double> Information) Derivatives(double[] parameters)
    {
        Vector<double> gradient = Vector<double>.Build.Dense(count);
        Matrix<double> information = Matrix<double>.Build.Dense(count, count);
        for (int row = 0; row < scores.Length; row++)
        {
            (double low, double high) = Limits(parameters, row);
            double probability = BivariateNormal.Interval(low, high);
            (double lower, double upper) = (Normal.PDF(0, 1, low) / probability, Normal.PDF(0, 1, high) / probability);
            int category = categories[row];
            double z = scores[row];
            gradient[0] -= z * (upper - lower);

            // Minus the second derivatives by the two limits and by both.
            double upperTwice = upper == 0 ? 0 : (high * upper) + (upper * upper);
            double lowerTwice = lower == 0 ? 0 : (lower * lower) - (low * lower);
            double both = -upper * lower;
            information[0, 0] += z * z * (upperTwice + lowerTwice + (2 * both));
            if (category < count - 1)
            {
                Add(gradient, information, category + 1, upper, upperTwice, -z * (upperTwice + both));
            }

            if (category > 0)
            {
                Add(gradient, information, category, -lower, lowerTwice, -z * (lowerTwice + both));
            }

            if (category > 0 && category < count - 1)
            {
                information[category, category + 1] += both;
                information[category + 1, category] += both;
            }
        }

        return (gradient, information);
    }

    private static void Add(
        Vector<double> gradient, Matrix<double> information, int place, double slope, double twice, double withBeta)
    {
        gradient[place] += slope;
        information[place, place] += twice;
        information[0, place] += withBeta;
        information[place, 0] += withBeta;
    }

    private (double Low, double High) Limits(double[] parameters, int row)
    {
        double shift = parameters[0] * scores[row];
        int category = categories[row];
        return (
            category == 0 ? double.NegativeInfinity : parameters[category] - shift,
            category == count - 1 ? double.PositiveInfinity : parameters[category + 1] - shift);
    }
}
