using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Changes of a probability per unit of a term.</summary>
/// <param name="Effects">On average over the rows; NaN for the constant.</param>
/// <param name="StandardErrors">By the delta method.</param>
/// <param name="DensityAtMeans">The derivative by the index where all terms are at their means.</param>
internal sealed record MarginalEffects(double[] Effects, double[] StandardErrors, double DensityAtMeans)
{
    /// <summary>Computes them for every term as if it were continuous.</summary>
    /// <remarks>Effect b_k·m with m = mean f(η); by b_l it changes by m·1(k = l) + b_k·mean(f'(η)x_l).</remarks>
    public static MarginalEffects Of(DesignMatrix design, BinaryFit fit, Matrix<double> covariance)
    {
        double all = Sums.Sum(design.Weights);
        BinaryCurve[] curves = [.. fit.Index.Select(index => BinaryCurve.At(fit.Link, index))];
        double[] slopes = [.. curves.Select((curve, row) => design.Weights[row] * curve.DensitySlope / all)];
        double density = Sums.Dot([.. curves.Select(curve => curve.Density)], design.Weights) / all;
        double[] bends = [.. design.Columns.Select(column => Sums.Dot(slopes, column))];
        double atMeans = Sums.Dot(fit.Estimates, [.. design.Columns.Select(column => Sums.Dot(column, design.Weights) / all)]);
        int k = design.Terms.Length;
        double[] effects = new double[k];
        double[] errors = new double[k];
        for (int term = 0; term < k; term++)
        {
            bool constant = design.HasIntercept && term == 0;
            double estimate = fit.Estimates[term];
            Vector<double> gradient = Vector<double>.Build.Dense(k, other => (estimate * bends[other]) + (other == term ? density : 0));
            effects[term] = constant ? double.NaN : estimate * density;
            errors[term] = constant ? double.NaN : Math.Sqrt(Math.Max(0, gradient.DotProduct(covariance * gradient)));
        }

        (effects, errors) = (fit.Separation?.MarkErrors(effects) ?? effects, fit.Separation?.MarkErrors(errors) ?? errors);
        return new MarginalEffects(effects, errors, BinaryCurve.At(fit.Link, atMeans).Density);
    }
}
