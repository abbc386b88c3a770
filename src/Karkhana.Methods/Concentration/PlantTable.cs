using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Plants with region, industry and employment, and reference employment by region where it is
/// given.</summary>
public sealed record PlantTable
{
    /// <summary>Gets the region of each plant.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Gets the industry of each plant.</summary>
    public required IReadOnlyList<string> Industries { get; init; }

    /// <summary>Gets the employment of each plant; empty means that every plant weighs 1.</summary>
    public IReadOnlyList<double> Employment { get; init; } = [];

    /// <summary>Gets the reference employment by region; empty when the plants themselves are the reference.</summary>
    public IReadOnlyDictionary<string, double> Reference { get; init; } = new Dictionary<string, double>();

    /// <summary>Gets what measures say of the input <c>plants</c>.</summary>
    internal static InputSpec PlantsSpec { get; } = new("plants", "region, industry; optional employment");

    /// <summary>Gets what measures say of the input <c>reference</c>.</summary>
    internal static InputSpec ReferenceSpec { get; } = new("reference", "region, value", Required: false);

    /// <summary>Reads the inputs <c>plants</c> and, where there is one, <c>reference</c> of a request.</summary>
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
            Reference = RegionReference.Read(request),
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
                if (!(Employment[i] >= 0 && double.IsFinite(Employment[i]))) // words are made only when needed
                {
                    Require.That(
                        false, nameof(Employment),
                        FormattableString.Invariant($"must be zero or greater; plant {i + 1} had {Employment[i]}"));
                }
            }
        }

        RegionReference.Check(Reference);
    }

    /// <summary>Gives the employment of each plant, 1 for each when none was listed.</summary>
    internal double[] Weights()
    {
        double[] weights = new double[Regions.Count];
        for (int plant = 0; plant < weights.Length; plant++)
        {
            weights[plant] = Employment.Count == 0 ? 1 : Employment[plant];
        }

        return weights;
    }

    /// <summary>Gives the codes of the regions: those of the plants and, where it is used, those of the
    /// reference.</summary>
    internal CodeList RegionCodes(PlantReference reference) =>
        CodeList.Of(reference == PlantReference.Given ? [.. Regions, .. Reference.Keys] : Regions);

    /// <summary>Gives the shares of the regions in the reference.</summary>
    internal double[] ReferenceShares(PlantReference reference, CodeList regions, double[] weights)
    {
        double[] totals = new double[regions.Codes.Length];
        if (reference == PlantReference.Given)
        {
            Require.That(
                Reference.Count > 0, nameof(Reference), "must be given when reference = given; it was missing");
            for (int r = 0; r < totals.Length; r++)
            {
                totals[r] = Reference.GetValueOrDefault(regions.Codes[r]);
            }
        }
        else
        {
            for (int plant = 0; plant < weights.Length; plant++)
            {
                totals[regions.Positions[plant]] += weights[plant];
            }
        }

        double all = 0;
        foreach (double total in totals)
        {
            all += total;
        }

        Require.That(
            all > 0, nameof(Reference), FormattableString.Invariant($"must add up to more than zero; it was {all}"));
        return [.. totals.Select(total => total / all)];
    }
}
