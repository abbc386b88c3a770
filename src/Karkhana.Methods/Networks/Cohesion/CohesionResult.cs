using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Networks;

/// <summary>Counts and ratios of a directed binary network; a ratio without cases is NaN.</summary>
public sealed record CohesionResult : IMeasureResult
{
    /// <summary>Gets the number of nodes.</summary>
    public required int Nodes { get; init; }

    /// <summary>Gets ties over possible ties.</summary>
    public required double Density { get; init; }

    /// <summary>Gets the number of mutual dyads.</summary>
    public required double Mutual { get; init; }

    /// <summary>Gets the number of asymmetric dyads.</summary>
    public required double Asymmetric { get; init; }

    /// <summary>Gets the number of dyads without a tie.</summary>
    public required double Null { get; init; }

    /// <summary>Gets the share of dyads that are mutual or null.</summary>
    public required double ReciprocityDyadic { get; init; }

    /// <summary>Gets the share of dyads with a tie that are mutual.</summary>
    public required double ReciprocityNonnull { get; init; }

    /// <summary>Gets the share of ties that are returned.</summary>
    public required double ReciprocityEdgewise { get; init; }

    /// <summary>Gets the correlation of a tie with its return over ordered pairs.</summary>
    public required double ReciprocityCorrelation { get; init; }

    /// <summary>Gets the share of two-paths that are closed.</summary>
    public required double Transitivity { get; init; }

    /// <summary>Gets the number of closed two-paths.</summary>
    public required double TransitiveTriples { get; init; }

    /// <summary>Gets the number of weak components.</summary>
    public required int WeakComponents { get; init; }

    /// <summary>Gets the number of strong components.</summary>
    public required int StrongComponents { get; init; }

    /// <summary>Gets the share of pairs joined when directions are ignored.</summary>
    public required double Connectedness { get; init; }

    /// <summary>Gets Krackhardt's hierarchy.</summary>
    public required double Hierarchy { get; init; }

    /// <summary>Gets Krackhardt's efficiency.</summary>
    public required double Efficiency { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<(string Name, string Meaning, double Value)> Quantities =>
    [
        ("nodes", "Firms in the network", Nodes),
        ("density", "Ties over possible ties", Density),
        ("reciprocity_dyadic", "Dyads that are mutual or without a tie", ReciprocityDyadic),
        ("reciprocity_nonnull", "Dyads with a tie that are mutual", ReciprocityNonnull),
        ("reciprocity_edgewise", "Ties that are returned", ReciprocityEdgewise),
        ("reciprocity_correlation", "Correlation of a tie with its return", ReciprocityCorrelation),
        ("transitivity", "Two-paths that are closed", Transitivity),
        ("transitive_triples", "Closed two-paths, count", TransitiveTriples),
        ("mutual", "Mutual dyads", Mutual),
        ("asymmetric", "Asymmetric dyads", Asymmetric),
        ("null", "Dyads without a tie", Null),
        ("components_weak", "Parts when directions are ignored", WeakComponents),
        ("components_strong", "Parts along directed ties", StrongComponents),
        ("connectedness", "Pairs joined when directions are ignored", Connectedness),
        ("hierarchy", "Krackhardt's hierarchy", Hierarchy),
        ("efficiency", "Krackhardt's efficiency", Efficiency),
    ];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() =>
        Quantities.Aggregate(
            new MeasureOutputs(), (outputs, quantity) => outputs.Scalar(quantity.Name, quantity.Value));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "cohesion",
        Column.Of("term", Quantities.Select(quantity => (string?)quantity.Name), "Quantity", "Name of the quantity."),
        Column.Of("meaning", Quantities.Select(quantity => (string?)quantity.Meaning), "Meaning", "What it says."),
        Column.Of(
            "estimate", Quantities.Select(quantity => quantity.Value), "Value", "", "The value.", recommended: true));
}
