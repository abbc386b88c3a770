using Karkhana.Data.Studies;

namespace Karkhana.Capability;

/// <summary>One firm with the years over which it was watched and what it changed in them.</summary>
internal sealed record WatchedFirm(int Firm, string Group, int First, int Last, TechnicalChange[] Changes)
{
    public const string Clustered = "clustered";
    public const string Dispersed = "dispersed";

    public int Years => Last - First + 1;

    /// <summary>Gives the firms that stood in at least one year of the window.</summary>
    public static WatchedFirm[] Of(FirmRegister register, TechnicalChangeTable table, WatchedFirms watched)
    {
        ILookup<int, TechnicalChange> changes = table.Changes.ToLookup(change => change.Firm);
        List<WatchedFirm> firms = [];
        for (int i = 0; i < watched.Firms.Count; i++)
        {
            int firm = watched.Firms[i];
            double founded = register.Founded.Length == 0 ? double.NaN : register.Founded[firm];
            double closed = register.Closed.Length == 0 ? double.NaN : register.Closed[firm];
            int first = founded > table.FirstYear ? (int)founded : table.FirstYear;

            // The year of closing is the first in which the firm no longer stands.
            int last = closed <= table.LastYear ? (int)closed - 1 : table.LastYear;
            if (first <= last)
            {
                firms.Add(new WatchedFirm(
                    firm, watched.Clustered[i] ? Clustered : Dispersed, first, last,
                    [.. changes[firm].Where(change => change.Year >= first && change.Year <= last)]));
            }
        }

        return [.. firms];
    }

    /// <summary>Gives the number of the watched year in which the first such change came, or of the last watched year.</summary>
    public (double Time, bool Came) ToFirst(Func<TechnicalChange, bool> counts)
    {
        int[] years = [.. Changes.Where(counts).Select(change => change.Year)];
        return years.Length == 0 ? (Years, false) : (years.Min() - First + 1, true);
    }
}
