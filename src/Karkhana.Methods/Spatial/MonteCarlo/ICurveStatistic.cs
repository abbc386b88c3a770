namespace Karkhana.Methods.Spatial;

/// <summary>A curve over distance that can be computed from a pattern of points.</summary>
public interface ICurveStatistic
{
    /// <summary>Gets the distances.</summary>
    IReadOnlyList<double> Distances { get; }

    /// <summary>Computes the curve; called from several threads at once.</summary>
    /// <param name="points">The pattern.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>One value per distance, NaN where not defined.</returns>
    double[] Curve(PointPattern points, CancellationToken cancellationToken);
}
