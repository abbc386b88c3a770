using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>A reference value per region: employment of all industries, population, area.</summary>
internal static class RegionReference
{
    /// <summary>Reads the optional input <c>reference</c>; repeated regions are summed, and without the input there is
    /// none.</summary>
    public static IReadOnlyDictionary<string, double> Read(MeasureRequest request)
    {
        Dictionary<string, double> reference = new(StringComparer.Ordinal);
        if (request.OptionalTable("reference") is { } given)
        {
            string[] regions = given.Texts("region");
            double[] values = given.CompleteNumbers("value");
            for (int i = 0; i < regions.Length; i++)
            {
                reference[regions[i]] = reference.GetValueOrDefault(regions[i]) + values[i];
            }
        }

        return reference;
    }

    /// <summary>Refuses values that are negative or missing.</summary>
    public static void Check(IReadOnlyDictionary<string, double> reference)
    {
        foreach ((string region, double value) in reference)
        {
            Require.That(
                value >= 0 && double.IsFinite(value), "Reference",
                FormattableString.Invariant($"must be zero or greater; region {region} had {value}"));
        }
    }
}
