using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Limits of two standard normal variables and their correlation.</summary>
/// <param name="X">The first limits; may be infinite.</param>
/// <param name="Y">The second limits; may be infinite.</param>
/// <param name="Correlations">The correlations, from −1 to 1.</param>
public sealed record CorrelatedPoints(IReadOnlyList<double> X, IReadOnlyList<double> Y, IReadOnlyList<double> Correlations)
{
    /// <summary>Reads the input <c>points</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The points.</returns>
    public static CorrelatedPoints Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable points = request.Table("points");
        return new CorrelatedPoints(points.CompleteNumbers("x"), points.CompleteNumbers("y"), points.CompleteNumbers("rho"));
    }
}
