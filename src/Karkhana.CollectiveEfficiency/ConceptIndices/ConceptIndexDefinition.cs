using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>An index of the literature on clusters as a weighted mean of named indicators.</summary>
/// <param name="Name">The name: <c>collective_learning</c>.</param>
/// <param name="Indicators">The indicators, by part.</param>
/// <param name="Source">Whose idea it is.</param>
public sealed record ConceptIndexDefinition(string Name, IReadOnlyList<ConceptIndicator> Indicators, string Source)
{
    /// <summary>Gets the indices of the framework, section 8.</summary>
    /// <remarks>The ideas are those of the sources; which items stand for them, and that they weigh alike, is ours.</remarks>
    public static IReadOnlyList<ConceptIndexDefinition> All { get; } =
    [
        new(
            "localisation",
            [
                new("horizontal", IndicatorKind.Construct, "EE08"), new("horizontal", IndicatorKind.Construct, "EE11"),
                new("vertical", IndicatorKind.Construct, "EE02"), new("vertical", IndicatorKind.Construct, "EE03"),
                new("institutional", IndicatorKind.Construct, "trust"), new("institutional", IndicatorKind.Construct, "EE06"),
            ],
            "Malmberg & Maskell 2002, Environment and Planning A 34(3): 429-449; framework 8, row 13"),
        new(
            "regional_innovation_system",
            [
                new("generation", IndicatorKind.Construct, "JA06"), new("generation", IndicatorKind.Construct, "EE06"),
                new("exploitation", IndicatorKind.AboveZero, "U2"), new("exploitation", IndicatorKind.AboveZero, "P6"),
                new("interaction", IndicatorKind.TiedFirms, "advice"), new("interaction", IndicatorKind.Construct, "JA05"),
                new("openness", IndicatorKind.Item, "Z3", Inverted: true), new("openness", IndicatorKind.Construct, "JA07"),
            ],
            "Tödtling & Trippl 2005, doi:10.1016/j.respol.2005.01.018; framework 8, row 20"),
        new(
            "collective_learning",
            [
                new("spin_off", IndicatorKind.Item, "W1"), new("mobility", IndicatorKind.AboveZero, "W2"),
                new("interfirm_ties", IndicatorKind.TiedFirms, "advice"), new("shared_institutions", IndicatorKind.Item, "G2"),
                new("shared_institutions", IndicatorKind.AboveZero, "J5s"),
            ],
            "Keeble & Wilkinson 1999, Regional Studies 33(4): 295-303; Lawson & Lorenz 1999, Regional Studies 33(4): 305-317; framework 8, row 23"),
        new(
            "untraded_interdependencies",
            [
                new("unpaid_ties", IndicatorKind.ShareOfTies, "advice"), new("labour_closure", IndicatorKind.Item, "L3"),
                new("conventions", IndicatorKind.Construct, "trust"), new("conventions", IndicatorKind.Item, "T2"),
            ],
            "Storper 1995, European Urban and Regional Studies 2(3): 191-221; framework 8, row 24"),
        new(
            "supplier_linkage",
            [
                new("sourcing", IndicatorKind.Item, "V2"), new("sourcing", IndicatorKind.AboveZero, "V1a"),
                new("technical_support", IndicatorKind.Construct, "JA01"),
            ],
            "UNCTAD 2001, World Investment Report; framework 8, row 27"),
        new(
            "user_producer",
            [
                new("feedback", IndicatorKind.AboveZero, "U1"), new("feedback", IndicatorKind.AboveZero, "U2"),
                new("joint_work", IndicatorKind.Construct, "JA02"),
            ],
            "Lundvall 1988, in Technical Change and Economic Theory; framework 8, row 28"),
        new(
            "trust_embeddedness",
            [
                new("stated_trust", IndicatorKind.Construct, "trust"), new("reciprocity", IndicatorKind.Reciprocity, "advice"),
                new("kin", IndicatorKind.TiedFirms, "kin"),
            ],
            "Harrison 1992, Regional Studies 26(5): 469-483; framework 8, row 30"),
    ];

    /// <summary>Gets the parts, in order.</summary>
    public IReadOnlyList<string> Parts => [.. Indicators.Select(indicator => indicator.Part).Distinct(StringComparer.Ordinal)];

    /// <summary>Finds an index of <see cref="All"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ConceptIndexDefinition Of(string name)
    {
        ConceptIndexDefinition? found = All.FirstOrDefault(definition => definition.Name == name);
        Require.That(
            found is not null, nameof(name), $"must be one of {string.Join(", ", All.Select(definition => definition.Name))}; it was {name}");
        return found!;
    }
}
