using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The degrees of freedom of t tests with clustered errors, matched by the first two moments.</summary>
/// <remarks>
/// If errors were independent with one variance, the estimate of the variance of c'b would be Σ_g (p_g'ε)² with
/// p_g = (I − H)_g' A_g X_g (X'X)⁻¹c, and ν = (Σ_g p_g'p_g)²/Σ_gh (p_g'p_h)². In the space of Q, with w = R⁻ᵀc, S_g = Q_g'Q_g and
/// u_g = (I − S_g)^(−p) w, p_g'p_h = 1(g = h)·u_g'S_g u_g − (S_g u_g)'(S_h u_h), so that Σ_gh needs one k × k matrix. Cost: n·k²
/// + G·k⁴. Source: Bell and McCaffrey 2002, Survey Methodology 28(2):169-181; Pustejovsky and Tipton 2018,
/// doi:10.1080/07350015.2016.1247004, equation 11.
/// </remarks>
internal static class SatterthwaiteDegrees
{
    public static double[] Of(LeastSquaresFit fit, ClusterGroups groups, ClusterCorrection correction)
    {
        Matrix<double>[] squares = ClusterKernel.Squares(fit, groups);
        ClusterInflation[] inflations = [.. squares.Select(square => new ClusterInflation(square, correction))];
        double[] degrees = new double[fit.TermCount];
        for (int term = 0; term < degrees.Length; term++)
        {
            degrees[term] = Of(fit.RootInverse.Row(term), squares, inflations);
        }

        return degrees;
    }

    private static double Of(Vector<double> contrast, Matrix<double>[] squares, ClusterInflation[] inflations)
    {
        int k = contrast.Count;
        Matrix<double> outer = Matrix<double>.Build.Dense(k, k);
        double[] own = new double[squares.Length];
        double[] lost = new double[squares.Length];
        for (int group = 0; group < squares.Length; group++)
        {
            Vector<double> inflated = inflations[group].Apply(contrast);
            Vector<double> moved = squares[group] * inflated;
            (own[group], lost[group]) = (inflated.DotProduct(moved), moved.DotProduct(moved));
            outer += moved.OuterProduct(moved);
        }

        double expected = Sums.Sum(own) - Sums.Sum(lost);
        double spread = Sums.Dot(own, own) - (2 * Sums.Dot(own, lost)) + outer.Enumerate().Select(value => value * value).Sum();
        return expected * expected / spread;
    }
}
