using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>The next rung of each function: what the firm does already, what it does not do yet.</summary>
internal static class ProfileRungs
{
    private static readonly string[] Levels = ["profile.none", "profile.basic", "profile.intermediate", "profile.advanced"];

    public static Section Compose(ProfilePage page)
    {
        IReadOnlyList<NextRung> rungs = page.Ladder is null ? [] : NextRungs.Estimate(page.Group.Survey, page.Firm);
        if (rungs.Count == 0)
        {
            return new Section("profile_rungs", []);
        }

        string Items(IReadOnlyList<SurveyItem> items) => items.Count == 0 ? page.Texts.Text("report.missing") : string.Join("; ", items.Select(page.Wording));
        string Level(int level) => page.Texts.Text(Levels[level]);
        Column[] levels =
        [
            Column.Of("level_name", rungs.Select(rung => (string?)Level(rung.Level)), "Level now", "The rung that holds."),
            Column.Of(
                "next_name", rungs.Select(rung => (string?)(rung.Next == 0 ? page.Texts.Text("profile.top") : Level(rung.Next))), "Next rung",
                "The lowest rung that does not hold yet."),
        ];
        Table table = Table.Of(
            "firm_rungs",
            [
                Column.Of("function_name", rungs.Select(rung => (string?)ProfilePage.Sentenced(rung.Function)), "Function", "Function of the capability matrix."),
                .. page.LevelsAreShown ? levels : [],
                Column.Of("passed_name", rungs.Select(rung => (string?)Items(rung.Passed)), "Done already", "Items of the next rung that the firm does alone."),
                Column.Of("not_yet_name", rungs.Select(rung => (string?)Items(rung.NotYet)), "Not yet", "Items that it does with help, or not."),
                .. rungs.Any(rung => rung.Unknown.Count > 0)
                    ? [Column.Of("unknown_name", rungs.Select(rung => (string?)Items(rung.Unknown)), "No answer", "Items without an answer, or that do not apply.")]
                    : Array.Empty<Column>(),
            ]);
        Sentence reading = Sentence.Of(page.LevelsAreShown ? "profile.rungs" : "profile.rungs_without_levels");
        return new Section("profile_rungs", [new ParagraphBlock([reading]), new TableBlock(table, Sentence.Of("profile.rungs_caption"))]);
    }
}
