using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Cases and population per unit, and who is whose neighbour.</summary>
/// <param name="Cases">The cases, one per unit of the weights, zero or greater.</param>
/// <param name="Populations">The population that could have been a case, greater than zero.</param>
/// <param name="Weights">The weights; their ids are the units.</param>
public sealed record SpatialRates(IReadOnlyList<double> Cases, IReadOnlyList<double> Populations, SpatialWeights Weights)
{
    /// <summary>Reads the inputs <c>values</c> (id, cases, population) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The rates.</returns>
    public static SpatialRates Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return new SpatialRates(table.Numbers("cases"), table.Numbers("population"), SpatialWeights.Read(request, table.Texts("id")));
    }
}
