using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using MathNet.Numerics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Poisson regression by iteratively reweighted least squares, fixed effects taken out anew in each
/// step.</summary>
/// <param name="Absorbed">The last weighted regression; its residuals are (y − m)/√m.</param>
/// <param name="Means">The fitted means.</param>
/// <param name="Deviance">The deviance.</param>
/// <param name="Iterations">The steps that were taken.</param>
/// <param name="Converged">Whether they were enough.</param>
internal sealed record PoissonFit(AbsorbedFit Absorbed, double[] Means, double Deviance, int Iterations, bool Converged)
{
    private const int MostIterations = 200;
    private const int MostHalvings = 10;

    // Newton's steps square the distance: one more after this is exact.
    private const double Tolerance = 1e-9;

    public static PoissonFit Estimate(
        AbsorbedDesign design, double[] offset, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (double[] outcome, double[] weights) = (design.Columns.Outcome, design.Columns.Weights);
        double average = Sums.Dot(outcome, weights) / Sums.Sum(weights);
        double[] predictor = [.. outcome.Select(value => Math.Log((value + average) / 2))];
        double deviance = double.PositiveInfinity;
        double change = double.PositiveInfinity;
        for (int iteration = 1; ; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] means = [.. predictor.Select(Math.Exp)];
            double[] working = new double[means.Length];
            double[] information = new double[means.Length];
            for (int row = 0; row < means.Length; row++)
            {
                working[row] = predictor[row] - offset[row] + ((outcome[row] - means[row]) / means[row]);
                information[row] = weights[row] * means[row];
            }

            AbsorbedFit fit = design.Fit(working, information, execution, cancellationToken);
            bool converged = change < Tolerance;
            if (converged || iteration == MostIterations)
            {
                return new PoissonFit(fit, means, deviance, iteration, converged);
            }

            (predictor, double next) = Step(design, predictor, offset, (working, information), fit.Fit.Residuals, deviance);
            change = Math.Abs(next - deviance) / (Math.Abs(next) + 0.1);
            deviance = next;
        }
    }

    /// <summary>Gives twice the distance of the log-likelihood from that of a perfect fit.</summary>
    public static double DevianceOf(double[] outcome, double[] weights, double[] predictor)
    {
        double[] terms = new double[outcome.Length];
        for (int row = 0; row < terms.Length; row++)
        {
            double y = outcome[row];
            double mean = Math.Exp(predictor[row]);
            terms[row] = 2 * weights[row] * (y == 0 ? mean : (y * (Math.Log(y) - predictor[row])) - (y - mean));
        }

        return Sums.Sum(terms);
    }

    public double LogLikelihood(double[] outcome, double[] weights)
    {
        double[] terms = new double[outcome.Length];
        for (int row = 0; row < terms.Length; row++)
        {
            double y = outcome[row];
            terms[row] = weights[row] * ((y == 0 ? 0 : y * Math.Log(Means[row])) - Means[row] - SpecialFunctions.GammaLn(y + 1));
        }

        return Sums.Sum(terms);
    }

    // Half the way while the deviance grows: far from the maximum a full step may overshoot.
    private static (double[] Predictor, double Deviance) Step(
        AbsorbedDesign design, double[] predictor, double[] offset, (double[] Outcome, double[] Weights) working, double[] residuals, double deviance)
    {
        double[] next = new double[predictor.Length];
        for (int row = 0; row < next.Length; row++)
        {
            next[row] = offset[row] + working.Outcome[row] - (residuals[row] / Math.Sqrt(working.Weights[row]));
        }

        double reached = DevianceOf(design.Columns.Outcome, design.Columns.Weights, next);
        for (int halving = 0; halving < MostHalvings && !(reached <= deviance * (1 + 1e-12)); halving++)
        {
            for (int row = 0; row < next.Length; row++)
            {
                next[row] = (next[row] + predictor[row]) / 2;
            }

            reached = DevianceOf(design.Columns.Outcome, design.Columns.Weights, next);
        }

        return (next, reached);
    }
}
