using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Links without values: the units are those that a link names, in the order in which they come.</summary>
internal static class LinkedUnits
{
    /// <summary>Reads the input <c>weights</c> of a request that has no input <c>values</c>.</summary>
    public static SpatialWeights Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("weights");
        return SpatialWeights.Read(request, [.. table.Texts("from").Concat(table.Texts("to")).Distinct(StringComparer.Ordinal)]);
    }
}
