using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The ties of one kind among the firms of a place.</summary>
/// <param name="Kind">The kind: <c>advice</c>.</param>
/// <param name="Network">The ties, from giver to receiver.</param>
public sealed record TieLayer(string Kind, Graph Network)
{
    /// <summary>Gets the number of pairs of firms with a tie in at least one direction.</summary>
    public int Pairs => Network.Ties().Count(tie => tie.From < tie.To || !Network.Has(tie.To, tie.From));

    /// <summary>Gets the number of firms with at least one tie.</summary>
    public int TiedFirms => Network.Ties().SelectMany(tie => new[] { tie.From, tie.To }).Distinct().Count();

    /// <summary>Gets the ties over those that could be; NaN with fewer than two firms.</summary>
    public double Density => Network.TieCount / ((double)Network.NodeCount * (Network.NodeCount - 1));

    /// <summary>Gets the share of ties that are returned; NaN without ties.</summary>
    public double Reciprocity => Network.Ties().Count(tie => Network.Has(tie.To, tie.From)) / (double)Network.TieCount;

    /// <summary>Takes the kinds of a table of ties, in alphabetical order.</summary>
    /// <param name="ties">The ties.</param>
    /// <param name="firms">Positions of the firms that count, each once; ties to others are left out.</param>
    /// <returns>One layer per kind that has a tie among the firms.</returns>
    public static IReadOnlyList<TieLayer> Of(TieTable ties, IReadOnlyList<int> firms)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(firms);
        Require.That(
            firms.All(firm => firm >= 0 && firm < ties.FirmIds.Count) && firms.Distinct().Count() == firms.Count, nameof(firms),
            FormattableString.Invariant($"must be different positions in [0, {ties.FirmIds.Count - 1}]"));
        Dictionary<int, int> places = firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
        string[] ids = [.. firms.Select(firm => ties.FirmIds[firm])];
        return [.. ties.Kinds.Distinct().Order(StringComparer.Ordinal)
            .Select(kind => new TieLayer(kind, GraphOf(ties.OfKind(kind), ids, places)))
            .Where(layer => layer.Network.TieCount > 0)];
    }

    private static Graph GraphOf(TieTable ties, string[] ids, Dictionary<int, int> places) => Graph.Of(
        ids,
        Enumerable.Range(0, ties.Count)
            .Where(tie => places.ContainsKey(ties.From[tie]) && places.ContainsKey(ties.To[tie]))
            .Select(tie => (places[ties.From[tie]], places[ties.To[tie]], ties.Values[tie])));
}
