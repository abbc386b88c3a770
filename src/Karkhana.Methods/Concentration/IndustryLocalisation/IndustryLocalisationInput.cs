using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Activity by region and industry, and a reference by region where it is given.</summary>
/// <param name="Activity">The activity.</param>
public sealed record IndustryLocalisationInput(ActivityTable Activity)
{
    /// <summary>Gets the reference by region (population, area, all employment), zero or greater; used when the
    /// option asks for it.</summary>
    public IReadOnlyDictionary<string, double> Reference { get; init; } = new Dictionary<string, double>();

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The input.</returns>
    public static IndustryLocalisationInput Read(MeasureRequest request) =>
        new(ActivityTable.Read(request)) { Reference = RegionReference.Read(request) };
}
