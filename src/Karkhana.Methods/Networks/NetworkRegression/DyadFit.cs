using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Networks;

/// <summary>Coefficients of a regression over pairs.</summary>
/// <param name="Estimates">The coefficients.</param>
/// <param name="StandardErrors">Their standard errors, pairs taken for independent.</param>
/// <param name="RSquared">Of least squares; NaN for the logit.</param>
/// <param name="Deviance">−2 log likelihood of the logit; NaN for least squares.</param>
/// <param name="Converged">Whether the estimates had settled.</param>
internal sealed record DyadFit(double[] Estimates, double[] StandardErrors, double RSquared, double Deviance, bool Converged)
{
    public double[] Statistics => [.. Estimates.Zip(StandardErrors, (estimate, error) => estimate / error)];

    public static DyadFit LeastSquares(DyadDesign design)
    {
        DyadBasis basis = DyadBasis.Of(design.Columns, design.Terms);
        Matrix<double> inverse = basis.Triangle.Solve(Matrix<double>.Build.DenseIdentity(design.Terms.Length));
        Vector<double> projections = Vector<double>.Build.DenseOfEnumerable(basis.Columns.Select(column => Sums.Dot(column, design.Outcome)));
        double[] residual = basis.Residual(design.Outcome);
        double left = Sums.Dot(residual, residual);
        double scale = Math.Sqrt(left / (design.Observations - design.Terms.Length));
        double[] deviations = DyadBasis.Of([design.Present], design.Terms).Residual(design.Outcome);
        return new DyadFit(
            [.. inverse * projections],
            [.. inverse.EnumerateRows().Select(row => scale * row.L2Norm())],
            1 - (left / Sums.Dot(deviations, deviations)), double.NaN, true);
    }

    public static DyadFit Logit(DyadDesign design)
    {
        DyadBasis.Of(design.Columns, design.Terms); // refuses terms that others determine
        double[][] columns = [.. design.Columns.Select(design.Packed)];
        return new LogitKernel(design.Packed(design.Outcome), columns).Fit(new double[columns.Length]);
    }
}
