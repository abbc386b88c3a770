using Karkhana.Core.Errors;
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

        return new EllisonGlaeserInput
        {
            Regions = plants.Texts("region"),
            Industries = plants.Texts("industry"),
            Employment = plants.Has("employment") ? plants.CompleteNumbers("employment") : [],
            Reference = reference,
        };
    }

    /// <summary>Refuses lists of different length and employment, of plants or reference, that is negative or
    /// missing.</summary>
    internal void Check()
    {
        Require.That(Regions.Count > 0, nameof(Regions), "must have at least one plant; it was empty");
        Require.SameLength(Regions.Count, Industries.Count, nameof(Industries));
        if (Employment.Count > 0)
        {
            Require.SameLength(Regions.Count, Employment.Count, nameof(Employment));
            for (int i = 0; i < Employment.Count; i++)
            {
                Require.That(
                    Employment[i] >= 0 && double.IsFinite(Employment[i]), nameof(Employment),
                    FormattableString.Invariant($"must be zero or greater; plant {i + 1} had {Employment[i]}"));
            }
        }

        foreach ((string region, double value) in Reference)
        {
            Require.That(
                value >= 0 && double.IsFinite(value), nameof(Reference),
                FormattableString.Invariant($"must be zero or greater; region {region} had {value}"));
        }
    }
}
