using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>How much each row of a fit weighs.</summary>
internal sealed record RowInfluence(double[] Leverages, double[] CooksDistances, double[] StudentizedResiduals, double[] FitDifferences)
{
    private const double Whole = 1 - 1e-10;

    /// <summary>Computes leverage, Cook's distance, externally studentised residual and DFFITS of each row; NaN for rows of
    /// leverage 1, which their own term fits exactly.</summary>
    public static RowInfluence Of(LeastSquaresFit fit)
    {
        double[] leverages = fit.Leverages();
        double[] cooks = new double[fit.Rows];
        double[] studentized = new double[fit.Rows];
        double[] differences = new double[fit.Rows];
        (double n, double k) = (fit.Rows, fit.TermCount);
        double squares = Sums.Dot(fit.Residuals, fit.Residuals);
        for (int row = 0; row < fit.Rows; row++)
        {
            double left = leverages[row] < Whole ? 1 - leverages[row] : double.NaN;
            double residual = fit.Residuals[row];
            cooks[row] = residual * residual * leverages[row] / (k * (squares / (n - k)) * left * left);
            double without = (squares - (residual * residual / left)) / (n - k - 1);
            studentized[row] = residual / Math.Sqrt(Math.Max(0, without) * left);
            differences[row] = studentized[row] * Math.Sqrt(leverages[row] / left);
        }

        return new RowInfluence(leverages, cooks, studentized, differences);
    }
}
