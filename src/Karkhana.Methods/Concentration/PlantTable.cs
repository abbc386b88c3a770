using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Plants with region, industry and, where it is known, employment.</summary>
public sealed record PlantTable
{
    /// <summary>Gets the region of each plant.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Gets the industry of each plant.</summary>
    public required IReadOnlyList<string> Industries { get; init; }

    /// <summary>Gets the employment of each plant; empty means that every plant weighs 1.</summary>
    public IReadOnlyList<double> Employment { get; init; } = [];

    /// <summary>Reads the input <c>plants</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The plants.</returns>
    public static PlantTable Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable plants = request.Table("plants");
        return new PlantTable
        {
            Regions = plants.Texts("region"),
            Industries = plants.Texts("industry"),
            Employment = plants.Has("employment") ? plants.CompleteNumbers("employment") : [],
        };
    }

    /// <summary>Refuses lists of different length, and employment that is negative or missing.</summary>
    internal static void Check(
        IReadOnlyList<string> regions, IReadOnlyList<string> industries, IReadOnlyList<double> employment)
    {
        Require.That(regions.Count > 0, nameof(Regions), "must have at least one plant; it was empty");
        Require.SameLength(regions.Count, industries.Count, nameof(Industries));
        if (employment.Count == 0)
        {
            return;
        }

        Require.SameLength(regions.Count, employment.Count, nameof(Employment));
        for (int i = 0; i < employment.Count; i++)
        {
            if (!(employment[i] >= 0 && double.IsFinite(employment[i]))) // the words are made only when needed
            {
                Require.That(false, nameof(Employment), FormattableString.Invariant(
                    $"must be zero or greater; plant {i + 1} had {employment[i]}"));
            }
        }
    }

    /// <summary>Gives what each plant weighs: its employment, or 1 when none is given.</summary>
    internal static double[] Weights(IReadOnlyList<double> employment, int plants) =>
        employment.Count == 0 ? [.. Enumerable.Repeat(1.0, plants)] : [.. employment];
}
