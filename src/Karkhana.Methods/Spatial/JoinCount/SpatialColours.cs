using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>A colour (a category) per unit, and who is whose neighbour.</summary>
/// <param name="Colours">The colours, one per unit of the weights, none missing.</param>
/// <param name="Weights">The weights; their ids are the units.</param>
public sealed record SpatialColours(IReadOnlyList<string> Colours, SpatialWeights Weights)
{
    /// <summary>Reads the inputs <c>values</c> (id, colour) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The colours.</returns>
    public static SpatialColours Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return new SpatialColours(table.Texts("colour"), SpatialWeights.Read(request, table.Texts("id")));
    }
}
