using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>The quadratic forms of Q = [E | V] from which every derivative of a block's likelihood is put together.</summary>
/// <param name="Moments">What the parameters imply.</param>
/// <param name="Weighted">Q′WQ, W = Σ⁻¹.</param>
/// <param name="Excess">Q′W(C − Σ)WQ, C = S + dd′, d = x̄ − μ.</param>
/// <param name="Distance">Q′Wd; 0 where means are not modelled.</param>
internal sealed record BlockForms(
    DiagramMoments Moments, Matrix<double> Weighted, Matrix<double> Excess, Vector<double> Distance)
{
    private int Variables => Moments.Reach.RowCount;

    public static BlockForms Of(PathDiagram diagram, DiagramMoments moments, MomentBlock block)
    {
        Matrix<double> implied = moments.CovariancesOf(block.Places);
        Matrix<double> basis = Basis(moments, block.Places);
        Matrix<double> weighted = implied.Cholesky().Solve(basis);
        Vector<double> distance = DistanceOf(diagram, moments, block);
        return new BlockForms(
            moments,
            basis.TransposeThisAndMultiply(weighted),
            weighted.TransposeThisAndMultiply((block.Covariances + distance.OuterProduct(distance) - implied) * weighted),
            weighted.TransposeThisAndMultiply(distance));
    }

    /// <summary>Gives Q for some of the variables.</summary>
    public static Matrix<double> Basis(DiagramMoments moments, int[] places)
    {
        int variables = moments.Reach.RowCount;
        return Matrix<double>.Build.Dense(places.Length, 2 * variables, (row, column) => column < variables
            ? moments.Reach[places[row], column]
            : moments.Covariances[places[row], column - variables]);
    }

    /// <summary>Gives x̄ − μ, or zeros where means are not modelled.</summary>
    public static Vector<double> DistanceOf(PathDiagram diagram, DiagramMoments moments, MomentBlock block) => diagram.HasMeans
        ? block.Means - moments.MeansOf(block.Places)
        : Vector<double>.Build.Dense(block.Places.Length);

    /// <summary>Gives the slope of the log-likelihood, by case.</summary>
    public double Score(ArrowDirection a) => (a.Scale * Excess[a.Left, a.Right]) + (a.MeanScale * Distance[a.Left]);

    /// <summary>Gives the expected information, by case.</summary>
    public double Expected(ArrowDirection a, ArrowDirection b) =>
        (a.Scale * b.Scale * ((Weighted[a.Left, b.Left] * Weighted[a.Right, b.Right])
            + (Weighted[a.Left, b.Right] * Weighted[a.Right, b.Left])))
        + (a.MeanScale * b.MeanScale * Weighted[a.Left, b.Left]);

    /// <summary>Gives what the observed information has beyond the expected one, by case.</summary>
    public double ObservedExcess(ArrowDirection a, ArrowDirection b)
    {
        double product = a.Scale * b.Scale * (
            (Weighted[a.Right, b.Left] * Excess[b.Right, a.Left]) + (Weighted[a.Left, b.Left] * Excess[b.Right, a.Right])
            + (Weighted[a.Right, b.Right] * Excess[b.Left, a.Left]) + (Weighted[a.Left, b.Right] * Excess[b.Left, a.Right]));
        return product + Crossing(a, b) + Crossing(b, a) - Second(a, b);
    }

    // d′W dΣ_a W dμ_b
    private double Crossing(ArrowDirection a, ArrowDirection b) => a.Scale * b.MeanScale
        * ((Distance[a.Left] * Weighted[a.Right, b.Left]) + (Distance[a.Right] * Weighted[a.Left, b.Left]));

    /// <summary>Gives ½tr(X d²Σ) + d′W d²μ, X the middle of the excess.</summary>
    private double Second(ArrowDirection a, ArrowDirection b)
    {
        if (b.Arrow.Kind != ArrowKind.Path)
        {
            return a.Arrow.Kind == ArrowKind.Path ? Second(b, a) : 0;
        }

        Matrix<double> reach = Moments.Reach;
        (int i, int j, int k, int l) = (a.Arrow.To, a.Arrow.From, b.Arrow.To, b.Arrow.From);
        double mean = b.MeanScale * reach[j, k] * Distance[i];
        return a.Arrow.Kind switch
        {
            ArrowKind.Path => (reach[l, i] * Excess[k, Variables + j]) + (Moments.Covariances[l, j] * Excess[i, k])
                + (reach[j, k] * Excess[i, Variables + l]) + (reach[l, i] * a.MeanScale * Distance[k]) + mean,
            ArrowKind.Covariance => a.Scale * ((reach[l, i] * Excess[k, j]) + (reach[l, j] * Excess[i, k])),
            _ => reach[l, i] * Distance[k],
        };
    }
}
