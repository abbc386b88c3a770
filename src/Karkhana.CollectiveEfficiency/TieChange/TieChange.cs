using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Results;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Which ties were kept, dropped and created between two waves.</summary>
public static class TieChange
{
    internal const string Source = "Snijders, van de Bunt and Steglich 2010, doi:10.1016/j.socnet.2009.02.004";

    /// <summary>Compares two waves.</summary>
    /// <remarks>
    /// Over ordered pairs of the firms compared: kept = 11, dropped = 10, created = 01; Hamming = dropped + created;
    /// Jaccard = kept / (kept + dropped + created). Values and repeats of a tie do not count. Densities are of the firms
    /// present in each wave, before the choice of common firms. Cost: one pass over both. Source: Snijders, van de Bunt
    /// and Steglich 2010, doi:10.1016/j.socnet.2009.02.004, who want a Jaccard index of 0.3 and more between
    /// waves. The counts published for the Kecskemet network 2012 and 2015 (Juhász and Lengyel 2018,
    /// doi:10.1093/jeg/lbx039) fit these formulas; their matrices were not computed again.
    /// </remarks>
    /// <param name="before">The ties of the first wave, of one kind.</param>
    /// <param name="after">The ties of the second wave, of the same register.</param>
    /// <param name="present">The positions of the firms present in each wave, or null for those with a tie; firms with
    /// a tie are added.</param>
    /// <param name="options">The firms compared.</param>
    /// <returns>Counts and indices.</returns>
    /// <exception cref="ArgumentException">The waves are of different registers or a position is not in it.</exception>
    public static TieChangeResult Estimate(
        TieTable before,
        TieTable after,
        (IReadOnlyList<int> Before, IReadOnlyList<int> After)? present = null,
        TieChangeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        options ??= new TieChangeOptions();
        Require.That(
            before.FirmIds.SequenceEqual(after.FirmIds, StringComparer.Ordinal), nameof(after), "must be of the register of the first wave; it was of another");
        RequireOneKind(before, after);
        HashSet<int> first = Present(before, present?.Before);
        HashSet<int> second = Present(after, present?.After);
        HashSet<(int From, int To)> earlier = before.Pairs();
        HashSet<(int From, int To)> later = after.Pairs();
        bool Compared(int firm) => options.Nodes == CommonNodes.Union || (first.Contains(firm) && second.Contains(firm));
        HashSet<(int From, int To)> old = [.. earlier.Where(tie => Compared(tie.From) && Compared(tie.To))];
        HashSet<(int From, int To)> now = [.. later.Where(tie => Compared(tie.From) && Compared(tie.To))];
        TieChangeResult result = new()
        {
            FirmsBefore = first.Count,
            FirmsAfter = second.Count,
            Joined = second.Count(firm => !first.Contains(firm)),
            Left = first.Count(firm => !second.Contains(firm)),
            Nodes = options.Nodes,
            Kept = old.Count(now.Contains),
            Dropped = old.Count(tie => !now.Contains(tie)),
            Created = now.Count(tie => !old.Contains(tie)),
            DroppedWithLeavers = old.Count(tie => !(second.Contains(tie.From) && second.Contains(tie.To))),
            CreatedWithJoiners = now.Count(tie => !(first.Contains(tie.From) && first.Contains(tie.To))),
            DensityBefore = Density(earlier.Count, first.Count),
            DensityAfter = Density(later.Count, second.Count),
            Provenance = new Provenance(
                "collective-efficiency.tie-change",
                FormattableString.Invariant($"nodes = {options.Nodes}, least_jaccard = {options.LeastJaccard}"),
                Source),
        };
        return result with { Notes = Notes(result, present is null, options.LeastJaccard) };
    }

    private static double Density(int ties, int firms) => firms < 2 ? double.NaN : ties / ((double)firms * (firms - 1));

    private static void RequireOneKind(TieTable before, TieTable after)
    {
        string[] kinds = [.. before.Kinds.Concat(after.Kinds).Distinct(StringComparer.Ordinal)];
        Require.That(kinds.Length <= 1, nameof(after), $"must be of one kind of tie with the first wave; there were {string.Join(", ", kinds)}");
    }

    private static HashSet<int> Present(TieTable ties, IReadOnlyList<int>? listed)
    {
        HashSet<int> firms = [.. ties.From, .. ties.To];
        foreach (int firm in listed ?? [])
        {
            firms.Add(Require.Between(firm, 0, ties.FirmIds.Count - 1, "present"));
        }

        return firms;
    }

    private static List<Note> Notes(TieChangeResult result, bool presenceFromTies, double leastJaccard)
    {
        List<Note> notes = [];
        if (result.Joined + result.Left > 0)
        {
            notes.Add(new Note("composition-change", Severity.Information, FormattableString.Invariant(
                $"{result.Joined} firms joined and {result.Left} left between the waves; {result.CreatedWithJoiners} created and {result.DroppedWithLeavers} dropped ties have such an end.")));
        }

        if (presenceFromTies)
        {
            notes.Add(new Note(
                "presence-from-ties", Severity.Information, "A firm without a tie in a wave counts as absent from it, for the firms present were not listed."));
        }

        if (result.Jaccard < leastJaccard)
        {
            notes.Add(new Note("waves-far-apart", Severity.Warning, FormattableString.Invariant(
                $"The Jaccard index is {result.Jaccard:0.00}, below {leastJaccard:0.00}: so much changed that models of gradual change may not fit these waves.")));
        }

        return notes;
    }
}
