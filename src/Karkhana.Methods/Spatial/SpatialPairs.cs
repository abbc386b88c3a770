using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Two numbers per unit, and who is whose neighbour.</summary>
/// <param name="X">The first numbers, one per unit of the weights, all present and finite.</param>
/// <param name="Y">The second numbers, likewise.</param>
/// <param name="Weights">The weights; their ids are the units.</param>
public sealed record SpatialPairs(IReadOnlyList<double> X, IReadOnlyList<double> Y, SpatialWeights Weights)
{
    /// <summary>Reads the inputs <c>values</c> (id, x, y) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pairs.</returns>
    public static SpatialPairs Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return new SpatialPairs(table.Numbers("x"), table.Numbers("y"), SpatialWeights.Read(request, table.Texts("id")));
    }
}
