using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>A linear model of observed and latent variables.</summary>
/// <remarks>
/// v = a + Av + u, Cov(u) = P over all variables, the observed ones first. E = (I − A)⁻¹ gives means η = Ea and covariances
/// V = EPE′, of which those of the observed variables are the first rows and columns. Loadings are paths from latent to
/// observed variables. Source: McArdle and McDonald 1984, doi:10.1111/j.2044-8317.1984.tb00802.x.
/// </remarks>
/// <param name="Observed">The number of observed variables.</param>
/// <param name="Variables">The number of all variables.</param>
/// <param name="Arrows">The arrows; what has none is 0.</param>
/// <param name="HasMeans">Whether means are modelled; otherwise they are those of the sample.</param>
internal sealed record PathDiagram(int Observed, int Variables, IReadOnlyList<Arrow> Arrows, bool HasMeans)
{
    /// <summary>Gives the model in which every variance and covariance is free, but those that are held.</summary>
    /// <param name="observed">The number of variables.</param>
    /// <param name="hasMeans">Whether means are free too.</param>
    /// <param name="held">Covariances (and means, where they are modelled) of exogenous variables.</param>
    public static PathDiagram Saturated(int observed, bool hasMeans, IReadOnlyList<Arrow> held) =>
        Observing(observed, hasMeans, held, (_, _) => true);

    /// <summary>Gives the model in which only variances are free.</summary>
    public static PathDiagram Independent(int observed, bool hasMeans, IReadOnlyList<Arrow> held) =>
        Observing(observed, hasMeans, held, (to, from) => to == from);

    /// <summary>Gives the number of different parameters.</summary>
    public int CountParameters() => Arrows.Where(arrow => arrow.IsFree).Select(arrow => arrow.Position).Distinct().Count();

    /// <summary>Gives the parameters of a saturated or independent model at given moments.</summary>
    public Vector<double> PointOf(SaturatedMoments moments)
    {
        Vector<double> point = Vector<double>.Build.Dense(CountParameters());
        foreach (Arrow arrow in Arrows.Where(arrow => arrow.IsFree))
        {
            point[arrow.Position] = arrow.Kind == ArrowKind.Mean ? moments.Means[arrow.To] : moments.Covariances[arrow.To, arrow.From];
        }

        return point;
    }

    /// <summary>Gives what the parameters imply.</summary>
    public DiagramMoments At(Vector<double> parameters)
    {
        Matrix<double> paths = Matrix<double>.Build.DenseIdentity(Variables);
        Matrix<double> covariances = Matrix<double>.Build.Dense(Variables, Variables);
        Vector<double> intercepts = Vector<double>.Build.Dense(Variables);
        foreach (Arrow arrow in Arrows)
        {
            double value = arrow.ValueAt(parameters);
            switch (arrow.Kind)
            {
                case ArrowKind.Path:
                    paths[arrow.To, arrow.From] = -value;
                    break;
                case ArrowKind.Covariance:
                    covariances[arrow.To, arrow.From] = covariances[arrow.From, arrow.To] = value;
                    break;
                default:
                    intercepts[arrow.To] = value;
                    break;
            }
        }

        Matrix<double> reach = paths.Inverse();
        return new DiagramMoments(reach, covariances, reach * covariances * reach.Transpose(), reach * intercepts);
    }

    private static PathDiagram Observing(int observed, bool hasMeans, IReadOnlyList<Arrow> held, Func<int, int, bool> isFree)
    {
        HashSet<(ArrowKind, int, int)> taken =
            [.. held.Select(arrow => (arrow.Kind, Math.Max(arrow.To, arrow.From), Math.Min(arrow.To, arrow.From)))];
        List<Arrow> arrows = [.. held];
        int position = 0;
        for (int to = 0; to < observed; to++)
        {
            if (hasMeans && !taken.Contains((ArrowKind.Mean, to, to)))
            {
                arrows.Add(new Arrow(ArrowKind.Mean, to, to, position++));
            }

            for (int from = 0; from <= to; from++)
            {
                if (isFree(to, from) && !taken.Contains((ArrowKind.Covariance, to, from)))
                {
                    arrows.Add(new Arrow(ArrowKind.Covariance, to, from, position++));
                }
            }
        }

        return new PathDiagram(observed, observed, arrows, hasMeans);
    }
}
