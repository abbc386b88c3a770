using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Capability;

/// <summary>The tables of technical changes as they may leave the house: nothing on one to four firms, and nothing from
/// which such a number follows by subtraction.</summary>
public static class PublishedChanges
{
    private const string All = "all";

    /// <summary>Gives all tables, and the innovation index by firm where there is one.</summary>
    /// <param name="result">The account.</param>
    /// <returns>The tables.</returns>
    public static IReadOnlyList<Table> Of(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<Table> tables = [SmallCells.Suppress(Rates(result)), Survival(result), Tests(result), Costs(result), Sources(result)];
        if (result.Innovations is not null)
        {
            tables.Add(SmallCells.Suppress(result.Innovations.ToTable()));
        }

        return tables;
    }

    /// <summary>Gives the rates: with a group of one to four firms with such a change the other group is hidden too, and
    /// with a single kind a second one.</summary>
    /// <param name="result">The account.</param>
    /// <returns>The table <c>technical_change_rates</c>; firms watched and firm-years stand everywhere.</returns>
    public static Table Rates(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        HiddenChanges hidden = HiddenChanges.Of(result);
        Table table = result.ToTable();
        bool Hides(int row, string column)
        {
            (string by, string category) = (table.Texts("by")[row]!, table.Texts("category")[row]!);
            bool groups = hidden.HidesGroups(by, category);

            // Firms of a group are told beside its first changes, so that their total would give away the other group.
            return column is not ("n" or "exposure")
                && (table.Texts("group")[row] == All ? hidden.HidesAll(by, category) || (groups && column == "firms_with") : groups);
        }

        return Blank(table, Hides);
    }

    /// <summary>Gives the curves of the first change with only those years by which at least five more firms had
    /// one.</summary>
    /// <param name="result">The account.</param>
    /// <returns>By kind; a curve with fewer than five such firms has no years.</returns>
    public static IReadOnlyList<FirstChange> Curves(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.FirstChanges.Select(first => first with
        {
            Curves = first.Curves.ToDictionary(curve => curve.Key, curve => Coarse(curve.Value), StringComparer.Ordinal),
        })];
    }

    /// <summary>Gives these curves as a table.</summary>
    /// <param name="result">The account.</param>
    /// <returns>The table <c>technical_change_survival</c>.</returns>
    public static Table Survival(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return SmallCells.Suppress((result with { FirstChanges = Curves(result) }).ToSurvival());
    }

    /// <summary>Gives the tests of the first change without what rests on one to four firms that had one.</summary>
    /// <param name="result">The account.</param>
    /// <returns>The table <c>technical_change_tests</c>.</returns>
    public static Table Tests(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        bool[] few = [.. result.FirstChanges.SelectMany(first => first.Curves.Values)
            .Select(curve => HiddenChanges.IsFew(curve.Events.Sum()))];
        return SmallCells.Suppress(Blank(
            result.ToTests(), (row, column) => few[row] && column is ("observed" or "expected" or "estimate" or "conf_low" or "conf_high")));
    }

    /// <summary>Gives the costs without the types that are hidden among the rates or whose cost one to four firms
    /// told.</summary>
    /// <param name="result">The account.</param>
    /// <returns>The table <c>technical_change_costs</c>.</returns>
    public static Table Costs(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        HiddenChanges rates = HiddenChanges.Of(result);
        ChangeCost[] types = [.. result.Costs.Where(cost => cost.Category != All)];
        bool[] few = [.. types.Select(cost => rates.HidesAll("type", cost.Category) || HiddenChanges.IsFew(cost.Firms))];
        HiddenChanges.HideSecond(few, [.. types.Select(cost => cost.Firms)]);
        HashSet<string> hidden = [.. types.Where((_, i) => few[i]).Select(cost => cost.Category)];
        if (rates.HidesAll(All, All) || HiddenChanges.IsFew(result.Costs[0].Firms))
        {
            hidden.Add(All);
        }

        // Where all costs are known, the firms that told one are the firms with such a change.
        return Blank(result.ToCosts(), (row, column) => result.Costs[row] is var cost && (hidden.Contains(cost.Category)
            || (column == "n" && cost.Known == cost.Changes
                && rates.HidesGroups(cost.Category == All ? All : "type", cost.Category))));
    }

    /// <summary>Gives the sources without those of one to four firms; with a single one a second is hidden.</summary>
    /// <param name="result">The account.</param>
    /// <returns>The table <c>innovation_sources</c>.</returns>
    public static Table Sources(TechnicalChangesResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        HiddenChanges hidden = HiddenChanges.Of(result);
        Table table = result.ToSources();
        return Blank(table, (row, _) => hidden.HidesAll("source", table.Texts("term")[row]!));
    }

    private static SurvivalCurveResult Coarse(SurvivalCurveResult curve)
    {
        List<(int First, int Last)> spans = [];
        (int from, int came, int last) = (0, 0, 0);
        for (int time = 0; time < curve.Times.Count; time++)
        {
            came += curve.Events[time];
            last = curve.Events[time] > 0 ? time : last;
            if (came >= SmallCells.LeastFirms)
            {
                spans.Add((from, time));
                (from, came) = (time + 1, 0);
            }
        }

        // Fewer than five that are left over join the last span: alone they would be the total less what is shown.
        if (came > 0 && spans.Count > 0)
        {
            spans[^1] = (spans[^1].First, last);
        }

        T[] Ends<T>(IReadOnlyList<T> values) => [.. spans.Select(span => values[span.Last])];
        int[] Totals(IReadOnlyList<int> values) =>
            [.. spans.Select(span => Enumerable.Range(span.First, span.Last - span.First + 1).Sum(time => values[time]))];
        return curve with
        {
            Times = Ends(curve.Times),
            AtRisk = [.. spans.Select(span => curve.AtRisk[span.First])],
            Events = Totals(curve.Events),
            Censored = Totals(curve.Censored),
            Survival = Ends(curve.Survival),
            StandardErrors = Ends(curve.StandardErrors),
            Lows = Ends(curve.Lows),
            Highs = Ends(curve.Highs),
        };
    }

    private static Table Blank(Table table, Func<int, string, bool> hides) => Table.Of(
        table.Name,
        [.. table.Columns.Select(column => column is TextColumn || !Enumerable.Range(0, table.RowCount).Any(row => hides(row, column.Name))
            ? column
            : Column.Of(
                column.Name, table.Numbers(column.Name).Select((value, row) => hides(row, column.Name) ? double.NaN : value),
                column.Label, column.Unit, column.Description, column.Recommended))]).WithTitle(table.Title);
}
