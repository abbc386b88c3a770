using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Plants with region, industry and employment, and reference employment by region where it is
/// given.</summary>
public sealed record EllisonGlaeserInput
{
    /// <summary>Gets the region of each plant.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Gets the industry of each plant.</summary>
    public required IReadOnlyList<string> Industries { get; init; }

    /// <summary>Gets the employment of each plant; empty means that every plant weighs 1.</summary>
    public IReadOnlyList<double> Employment { get; init; } = [];

    /// <summary>Gets the reference employment by region; empty when the plants themselves are the reference.</summary>
    public IReadOnlyDictionary<string, double> Reference { get; init; } = new Dictionary<string, double>();

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static EllisonGlaeserInput Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable plants = request.Table("plants");
        return new EllisonGlaeserInput
        {
            Regions = plants.Texts("region"),
            Industries = plants.Texts("industry"),
            Employment = plants.Has("employment") ? plants.CompleteNumbers("employment") : [],
            Reference = RegionReference.Read(request),
        };
    }

    /// <summary>Refuses lists of different length and employment, of plants or reference, that is negative or
    /// missing.</summary>
    internal void Check()
    {
        PlantTable.Check(Regions, Industries, Employment);
        RegionReference.Check(Reference);
    }
}
