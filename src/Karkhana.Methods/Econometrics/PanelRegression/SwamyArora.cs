using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Variance components of a panel with unit effects.</summary>
/// <remarks>Swamy and Arora 1972; for panels of unequal length Baltagi and Chang 1994, which is the same for equal ones:
/// s²_u = (q − (n − k)·s²_v)/(N − Σ T_i h_i) with q = Σ T_i r_i² and the leverages h_i of the regression of unit means
/// that is weighted by T_i.</remarks>
/// <param name="Idiosyncratic">The variance of what differs from row to row.</param>
/// <param name="Unit">The variance of unit effects; 0 when the estimate is below 0.</param>
/// <param name="Truncated">Whether it was below 0.</param>
internal sealed record SwamyArora(double Idiosyncratic, double Unit, bool Truncated)
{
    public static SwamyArora Estimate(PanelRows panel, WithinFit within, ModelSpecification model)
    {
        LeastSquaresFit means = LeastSquaresFit.Fit(DesignMatrix.Of(panel.Means(weighted: true), panel.Units, model));
        double squares = Sums.Dot(means.Residuals, means.Residuals);
        double[] leverages = means.Leverages();
        double shared = panel.Rows.Length;
        for (int unit = 0; unit < panel.UnitCount; unit++)
        {
            shared -= panel.Length(unit) * leverages[unit];
        }

        double variance = within.ResidualSquares / within.DegreesOfFreedom;
        double between = (squares - ((panel.UnitCount - means.TermCount) * variance)) / shared;
        return new SwamyArora(variance, Math.Max(0, between), between < 0);
    }

    /// <summary>Gives the share of its mean that is taken out of each unit.</summary>
    public double[] Shares(PanelRows panel) => [.. Enumerable.Range(0, panel.UnitCount).Select(
        unit => 1 - Math.Sqrt(Idiosyncratic / (Idiosyncratic + (panel.Length(unit) * Unit))))];
}
