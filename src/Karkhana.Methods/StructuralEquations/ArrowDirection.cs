using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>What a small step of a free arrow changes, in columns of Q = [E | V].</summary>
/// <remarks>Σ changes by s(q_l q_r′ + q_r q_l′), μ by m·q_l. A path i ← j: s = 1, q_l = E_i, q_r = V_j, m = η_j; a covariance
/// of i and j: q_r = E_j, s = 1, or ½ for a variance; a mean: s = 0, m = 1.</remarks>
/// <param name="Arrow">The arrow.</param>
/// <param name="Left">l.</param>
/// <param name="Right">r.</param>
/// <param name="Scale">s.</param>
/// <param name="MeanScale">m; 0 where means are not modelled.</param>
internal readonly record struct ArrowDirection(Arrow Arrow, int Left, int Right, double Scale, double MeanScale)
{
    /// <summary>Gives the directions of all free arrows.</summary>
    public static ArrowDirection[] Of(PathDiagram diagram, DiagramMoments moments) =>
        [.. diagram.Arrows.Where(arrow => arrow.IsFree).Select(arrow => Of(arrow, diagram, moments))];

    /// <summary>Gives the change of a covariance.</summary>
    public double OfCovariance(Matrix<double> basis, int i, int j) =>
        Scale * ((basis[i, Left] * basis[j, Right]) + (basis[i, Right] * basis[j, Left]));

    private static ArrowDirection Of(Arrow arrow, PathDiagram diagram, DiagramMoments moments) => arrow.Kind switch
    {
        ArrowKind.Path => new(
            arrow, arrow.To, diagram.Variables + arrow.From, 1, diagram.HasMeans ? moments.Means[arrow.From] : 0),
        ArrowKind.Covariance => new(arrow, arrow.To, arrow.From, arrow.To == arrow.From ? 0.5 : 1, 0),
        _ => new(arrow, arrow.To, arrow.To, 0, diagram.HasMeans ? 1 : 0),
    };
}
