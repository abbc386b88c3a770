using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What firms can do, by function and depth; effort and absorptive capacity apart; how reliable the scales
/// are.</summary>
internal static class CapabilitySection
{
    private static readonly string[] LevelNames = ["none", "basic", "intermediate", "advanced"];

    public static Section Compose(Findings findings)
    {
        List<Block> blocks = [];
        if (findings.Ladders is { } few && few.Ladders.Count < SmallCells.LeastFirms)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("capability.too_few", ("firms", few.Ladders.Count))], Tone.Caution));
        }
        else if (findings.Ladders is { } ladders)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of(
                "capability.index", ("index", ladders.MeanIndex), ("firms", ladders.Ladders.Count))], Tone.Finding));
            if (ladders.LevelsAreReproducible)
            {
                blocks.Add(Levels(ladders, findings.Study.Survey!));
                blocks.Add(new ParagraphBlock(
                    [Sentence.Of("capability.reproducible", ("reproducibility", ladders.Reproducibility))]));
            }
            else
            {
                blocks.Add(new ParagraphBlock([Sentence.Of(
                    "capability.not_reproducible", ("reproducibility", ladders.Reproducibility),
                    ("least", CapabilityProfile.LeastReproducibility))], Tone.Caution));
            }

            blocks.AddRange(Profile(Groups(ladders, findings.Focus)));
            blocks.Add(new TableBlock(ladders.ToFunctions(), Sentence.Of("capability.functions_caption")));
        }

        if (findings.LadderProfiles is { } profiles)
        {
            blocks.AddRange(OtherLadders.Compose(profiles));
        }

        if (findings.Scores is { Constructs.Count: > 0 })
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("capability.apart")]));
        }

        if (findings.Scores?.AbsorptiveCapacity is { } component)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of(
                "capability.absorptive_capacity", ("variables", component.Items.Count), ("share", component.Shares[0]))]));
        }

        return new Section(
            "capability",
            blocks.Count > 0 ? blocks : [new ParagraphBlock([Sentence.Of("capability.none")], Tone.Caution)]);
    }

    public static Table Groups(CapabilityProfileResult ladders, Focus focus) => ladders.ToGroups(
        ("clustered", focus.ClusteredFirms.ToHashSet()), ("dispersed", focus.DispersedFirms.ToHashSet()));

    /// <summary>Gives the levels of each function; the levels of a function add up to its firms, so one never goes missing alone.</summary>
    public static Table ShownLevels(CapabilityProfileResult ladders) => SmallCells.SuppressWithComplement(ladders.ToLevels(), "function");

    private static IEnumerable<FigureBlock> Profile(Table groups)
    {
        int[] shown = [.. Enumerable.Range(0, groups.RowCount).Where(row => !double.IsNaN(groups.Numbers("estimate")[row]))];
        if (shown.Length == 0)
        {
            yield break;
        }

        Column Numbers(string name, string label) =>
            Column.Of(name, shown.Select(row => groups.Numbers(name)[row]), label, "share", groups[name].Description);
        Table dots = Table.Of(
            "capability_dots",
            Column.Of("term", shown.Select(row => (string?)groups.Texts("function")[row]!.Replace('_', ' ')), "Function", "Function of the capability matrix."),
            Column.Of("group", shown.Select(row => groups.Texts("group")[row]), "Group", "Clustered or dispersed firms."),
            Numbers("n", "Firms"), Numbers("estimate", "Mean score"), Numbers("conf_low", "Low"), Numbers("conf_high", "High"));
        yield return new FigureBlock(
            "capability_profile",
            FigureKind.DotPlot,
            new Dictionary<string, Table> { ["dots"] = dots },
            Sentence.Of("capability.profile_caption"),
            Sentence.Of("capability.profile_alt", ("functions", dots.Texts("term").Distinct().Count())));
    }

    private static FigureBlock Levels(CapabilityProfileResult ladders, Survey survey)
    {
        Table levels = ShownLevels(ladders);

        // A level that no question asks about is not one that nobody attains.
        HashSet<(string, int)> asked = [.. survey.ItemsOf(Constructs.Capability).Select(item => (survey.Items[item].Function, survey.Items[item].Complexity))];
        bool[] isAsked = [.. levels.Texts("function").Zip(levels.Numbers("level"), (function, level) => level == 0 || asked.Contains((function!, (int)level)))];
        Table cells = Table.Of(
            "capability_cells",
            Column.Of(
                "row", levels.Texts("function").Select(function => function!.Replace('_', ' ')), "Function",
                "Function of the capability matrix."),
            Column.Of(
                "column", levels.Numbers("level").Select(level => (string?)LevelNames[(int)level]), "Depth",
                "Attained level."),
            Column.Of("estimate", levels.Numbers("estimate").Zip(isAsked, (share, was) => was ? share : double.NaN), "Share", "share", "Share of the firms."),
            Column.Of(
                "label",
                levels.Numbers("estimate").Zip(isAsked, (share, was) => !was ? "not asked"
                    : double.IsNaN(share) ? "–" : (string?)FormattableString.Invariant($"{share * 100:0}%")),
                "Share", "Share of the firms, in per cent."));
        return new FigureBlock(
            "capability_ladder",
            FigureKind.HeatTable,
            new Dictionary<string, Table> { ["cells"] = cells },
            Sentence.Of("capability.caption"),
            Sentence.Of("capability.alt", ("functions", ladders.Functions.Count)));
    }
}
