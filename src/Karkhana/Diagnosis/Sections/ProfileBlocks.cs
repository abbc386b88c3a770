using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>External economies and joint action by type, direction and partners: levels and changes, each with its
/// interval.</summary>
internal static class ProfileBlocks
{
    private const string Level = "level";
    private const string Change = "change";
    private const string Economies = "external_economies";
    private const string Actions = "joint_action";

    private static readonly string[] ByPlace = ["clustered", "dispersed"];

    public static IEnumerable<Block> Compose(Findings findings, CooperationFindings cooperation)
    {
        foreach (Sentence sentence in LevelSentences(findings))
        {
            yield return new ParagraphBlock([sentence], Tone.Finding);
        }

        if (Dots("cooperation_levels", cooperation, Level) is { } levels)
        {
            yield return levels;
            yield return new ParagraphBlock([Sentence.Of("cooperation.reading")]);
        }

        if (Missing(cooperation, Level, Economies) is { Length: > 0 } unasked)
        {
            yield return new ParagraphBlock([Sentence.Of("cooperation.not_asked", ("parts", string.Join(", ", unasked.Select(id => AdvantageNames.NameOf(id, findings)))))], Tone.Caution);
        }

        if (findings.Levels is { Constructs.Count: > 0 } all)
        {
            yield return new TableBlock(SmallCells.Suppress(Named(all.ToTable(), findings)), Sentence.Of("cooperation.levels_table"));
        }

        if (cooperation.ToScores() is { RowCount: > 0 } scores)
        {
            yield return new TableBlock(scores, Sentence.Of("cooperation.scores_table"));
        }

        foreach (Block block in Changes(cooperation))
        {
            yield return block;
        }
    }

    /// <summary>Says how far external economies and joint action go among clustered firms, and which go farther.</summary>
    public static IEnumerable<Sentence> LevelSentences(Findings findings)
    {
        if (findings.Cooperation?.Clustered is not { } profile || findings.Levels is not { Constructs.Count: > 0 })
        {
            yield break;
        }

        ProfileRow economies = profile.Of(Level, Economies);
        ProfileRow actions = profile.Of(Level, Actions);
        ProfileRow gap = profile.Of(Level, "spontaneous_minus_active");
        if (!IsShown(economies) || !IsShown(actions))
        {
            yield return Sentence.Of("cooperation.levels_unknown").Claiming("advantage-profile");
            yield break;
        }

        bool active = gap.ConfHigh < 0;
        yield return Sentence.Of(
            active ? "cooperation.active_exceed" : gap.ConfLow > 0 ? "cooperation.spontaneous_exceed" : "cooperation.levels_alike",
            ("firms", actions.Firms),
            ("external", economies.Estimate), ("external_low", economies.ConfLow), ("external_high", economies.ConfHigh),
            ("joint", actions.Estimate), ("joint_low", actions.ConfLow), ("joint_high", actions.ConfHigh),
            ("difference", active ? -gap.Estimate : gap.Estimate),
            ("low", active ? -gap.ConfHigh : gap.ConfLow), ("high", active ? -gap.ConfLow : gap.ConfHigh)).Claiming("advantage-profile");
    }

    private static IEnumerable<Block> Changes(CooperationFindings cooperation)
    {
        ProfileRow[] types = [.. (cooperation.Clustered?.Rows ?? []).Where(row => row is { Measure: Change, Axis: JointActionAxis.Type } && IsShown(row))];
        if (types.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("cooperation.no_change")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of("cooperation.change_intro")]);
        yield return new ListBlock([.. types.Select(row => Sentence.Of(
            row.ConfLow > 0 ? "cooperation.change_rose" : row.ConfHigh < 0 ? "cooperation.change_fell" : "cooperation.change_unclear",
            ("type", row.Name), ("change", row.Estimate), ("low", row.ConfLow), ("high", row.ConfHigh), ("firms", row.Firms))
            .Claiming("advantage-profile"))]);
        if (Dots("joint_action_changes", cooperation, Change) is { } changes)
        {
            yield return changes;
        }
    }

    private static bool IsShown(ProfileRow row) => row.Firms >= SmallCells.LeastFirms && !double.IsNaN(row.ConfLow);

    private static FigureBlock? Dots(string id, CooperationFindings cooperation, string measure)
    {
        (string Firms, ProfileRow Row)[] rows = [.. ByPlace.Zip(new[] { cooperation.Clustered, cooperation.Dispersed })
            .SelectMany(part => (part.Second?.Rows ?? []).Select(row => (part.First, row)))
            .Where(part => part.row.Measure == measure && IsShown(part.row) && part.row.Index is Economies or Actions)];
        if (rows.Length == 0)
        {
            return null;
        }

        Table dots = Table.Of(
            id + "_dots",
            Column.Of("term", rows.Select(row => (string?)Term(row.Row)), "Of", "External economies, joint action or one of its groups."),
            Column.Of("group", rows.Select(row => (string?)row.Firms), "Firms", "Clustered or dispersed firms."),
            Column.Of("n", rows.Select(row => row.Row.Firms), "Firms that answered", "", "Firms that answered."),
            Column.Of(
                "estimate", rows.Select(row => row.Row.Estimate), measure == Level ? "Level" : "Change", measure == Level ? "0 to 3" : "−2 to +2",
                "Mean over the parts that were asked.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Row.ConfLow), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.Row.ConfHigh), "High", "", "Upper limit, 95 %."));
        return new FigureBlock(
            id, FigureKind.DotPlot, new Dictionary<string, Table> { ["dots"] = dots },
            Sentence.Of(measure == Level ? "cooperation.levels_caption" : "cooperation.change_caption"),
            Sentence.Of(
                measure == Level ? "cooperation.levels_alt" : "cooperation.change_alt",
                ("groups", rows.Select(row => Term(row.Row)).Distinct().Count())));
    }

    private static string Term(ProfileRow row) => row.Axis switch
    {
        JointActionAxis.Total => row.Index == Economies ? "external economies" : "joint action",
        JointActionAxis.Type => $"type: {row.Name}",
        JointActionAxis.Direction => $"direction: {row.Name}",
        JointActionAxis.Partners => $"partners: {row.Name}",
        _ => $"beyond firms: {row.Name}",
    };

    private static string[] Missing(CooperationFindings cooperation, string measure, string index) => cooperation.Clustered is not { } profile
        ? []
        : [.. profile.Of(measure, index).Missing, .. profile.Of(measure, Actions).Missing];

    // Ids alone say little to a reader; the matrix knows the names.
    private static Table Named(Table table, Findings findings)
    {
        Dictionary<string, string> names = findings.Matrix.Rows.ToDictionary(
            row => row.Id, row => row.Name, StringComparer.Ordinal);
        return Table.Of(
            table.Name,
            [
                table["construct"],
                Column.Of(
                    "name", table.Texts("construct").Select(id => names.GetValueOrDefault(id!)), "Name",
                    "Name of the advantage."),
                .. table.Columns.Where(column => column.Name != "construct"),
            ]);
    }
}
