using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Simulation;

namespace Karkhana.Scenarios.Sections;

/// <summary>Single firms through a run, without name, id or place.</summary>
internal static class FirmStorySection
{
    public static Section Compose(PolicyStudyResult result)
    {
        FirmStories stories = FirmStories.Of(result);
        string lever = stories.Policy;
        Table told = stories.ToTable();
        Table curves = Table.Of(
            "firm_curves",
            Column.Of("x", told.Numbers("quarter"), "Quarter", "", "Quarters since policies could start."),
            Column.Of("estimate", told.Numbers("capability"), "Capability", "", "Mean over functions, to two decimals."),
            Column.Of("group", told.Texts("scenario").Select(id => (string?)(id == stories.Policy ? id : "doing nothing")), "Scenario", "Nothing done, or the first lever."),
            Column.Of("panel", told.Texts("firm").Select(letter => (string?)$"Firm {letter}"), "Firm", "A letter."));
        return new Section("scenario_firms",
        [
            new ParagraphBlock([Sentence.Of("scenarios.firms")]),
            new FigureBlock(
                "firm_stories", FigureKind.CurvePanels, new Dictionary<string, Table> { ["curves"] = curves }, Sentence.Of("scenarios.firms_caption"),
                Sentence.Of("scenarios.firms_alt", ("firms", stories.Stories.Count), ("quarters", result.Simulation.Options.Model.Horizon))),
            new ListBlock([.. stories.Stories.Select(story => Told(story, lever, result.Simulation.Options.Model.Horizon))]),
        ]);
    }

    private static Sentence Told(FirmStory story, string lever, int horizon)
    {
        bool isWhole = story.Nothing.Moments.Count == horizon + 1 && story.WithPolicy?.Moments.Count == horizon + 1;
        if (!isWhole)
        {
            return Sentence.Of("scenarios.firm_gone", ("letter", story.Letter), ("kind", story.Description));
        }

        (FirmSnapshot first, FirmSnapshot last, FirmSnapshot with) = (story.Nothing.Moments[0], story.Nothing.Moments[^1], story.WithPolicy!.Moments[^1]);
        return Sentence.Of(
            "scenarios.firm", ("letter", story.Letter), ("kind", story.Description), ("before", Words.Spaced(first.Regime)), ("after", Words.Spaced(last.Regime)),
            ("lever", lever), ("took", with.Treated ? "takes part" : "does not take part"), ("with", with.MeanCapability), ("without", last.MeanCapability));
    }
}
