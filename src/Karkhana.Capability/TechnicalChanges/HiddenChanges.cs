using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>The kinds of change whose numbers rest on one to four firms, or would give such numbers away by
/// subtraction.</summary>
internal sealed class HiddenChanges
{
    private readonly HashSet<(string By, string Category)> _all = [];
    private readonly HashSet<(string By, string Category)> _groups = [];

    private HiddenChanges()
    {
    }

    public static HiddenChanges Of(TechnicalChangesResult result)
    {
        HiddenChanges hidden = new();
        foreach (IGrouping<string, ChangeRate> by in result.Rates.GroupBy(rate => rate.By, StringComparer.Ordinal))
        {
            ChangeRate[] kinds = [.. by];
            int[] firms = [.. kinds.Select(kind => kind.FirmsWith["all"])];
            bool[] all = [.. firms.Select(IsFew)];
            HideSecond(all, firms);
            bool[] groups = [.. kinds.Select((kind, i) => all[i] || HasFew(kind))];
            HideSecond(groups, firms);
            hidden._all.UnionWith(kinds.Where((_, i) => all[i]).Select(kind => (kind.By, kind.Category)));
            hidden._groups.UnionWith(kinds.Where((_, i) => groups[i]).Select(kind => (kind.By, kind.Category)));
        }

        return hidden;
    }

    public static bool IsFew(int firms) => firms is > 0 and < SmallCells.LeastFirms;

    /// <summary>Hides the smallest of the shown when a single one is hidden, for it is the total less the others.</summary>
    public static void HideSecond(bool[] hidden, IReadOnlyList<int> firms)
    {
        int[] shown = [.. Enumerable.Range(0, hidden.Length).Where(i => !hidden[i])
            .OrderBy(i => firms[i] == 0).ThenBy(i => firms[i]).ThenByDescending(i => i)];
        if (hidden.Length - shown.Length == 1 && shown.Length > 0)
        {
            hidden[shown[0]] = true;
        }
    }

    public bool HidesAll(string by, string category) => _all.Contains((by, category));

    /// <summary>Says whether both groups of the kind are hidden: either is its total less the other.</summary>
    public bool HidesGroups(string by, string category) => _groups.Contains((by, category));

    private static bool HasFew(ChangeRate kind) =>
        kind.Groups?.Rates.Any(group => IsFew(group.Rows) || IsFew(kind.FirmsWith[group.Group])) == true;
}
