namespace Karkhana.Methods.Econometrics;

/// <summary>The indirect association as it would be if residuals of mediator and outcome were correlated by something left
/// out.</summary>
/// <remarks>With σ₁, σ₂ the residual deviations of outcome and mediator given treatment and covariates and r₀ the correlation
/// of these residuals: indirect(r) = a σ₁/σ₂ (r₀ − r√((1 − r₀²)/(1 − r²))), 0 at r = r₀.
/// Source: Imai, Keele and Yamamoto 2010, doi:10.1214/10-STS321, theorem 2.</remarks>
internal static class ResidualCorrelation
{
    /// <summary>Gives r₀ of a design with one mediator after the treatment and then the outcome.</summary>
    public static double Observed(TriangularFactor factor, int treatment)
    {
        int mediator = treatment + 1;
        double shared = factor[mediator, mediator + 1];
        return Math.Sign(factor[mediator, mediator]) * shared / Math.Sqrt(factor.ResidualSquares(mediator + 1, mediator));
    }

    /// <summary>Gives the indirect association at a correlation r.</summary>
    public static double Indirect(TriangularFactor factor, int treatment, double r)
    {
        int mediator = treatment + 1;
        double a = factor.Coefficients(mediator, treatment + 1, treatment)[0];
        double observed = Observed(factor, treatment);
        double ratio = Math.Sqrt(factor.ResidualSquares(mediator + 1, mediator)) / Math.Abs(factor[mediator, mediator]);
        return a * ratio * (observed - (r * Math.Sqrt((1 - (observed * observed)) / (1 - (r * r)))));
    }
}
