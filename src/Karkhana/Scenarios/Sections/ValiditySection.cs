using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;

namespace Karkhana.Scenarios.Sections;

/// <summary>Which stylised facts the model shows, and what the calibration found.</summary>
internal static class ValiditySection
{
    private static readonly string[] FactColumns = ["fact", "statement", "estimate", "conf_low", "conf_high", "criterion", "verdict", "remark"];

    public static Section Compose(PolicyStudyResult result) =>
        new("scenario_validity", [.. Facts(result.Facts), .. Calibration(result.Simulation)]);

    private static IEnumerable<Block> Facts(StylisedFactsResult? facts)
    {
        if (facts is null)
        {
            yield break;
        }

        string[] ids = [.. facts.Facts.Select(fact => fact.Id).Distinct()];
        string[] failed = [.. ids.Where(id => facts.VerdictOf(id) == FactVerdict.NotReproduced)];
        yield return new ParagraphBlock(
            [Sentence.Of(
                "scenarios.facts", ("facts", ids.Length), ("reproduced", ids.Count(id => facts.VerdictOf(id) == FactVerdict.Reproduced)),
                ("failed", failed.Length), ("open", ids.Count(id => facts.VerdictOf(id) == FactVerdict.NotTestable)))],
            Tone.Finding);
        if (failed.Length > 0)
        {
            yield return new ParagraphBlock(
                [Sentence.Of("scenarios.facts_failed", ("facts", string.Join("; ", failed.Select(id => $"{id} {Unshown(facts, id)}"))))],
                Tone.Caution);
        }

        yield return new TableBlock(Shown(facts), Sentence.Of("scenarios.facts_caption"));
    }

    // The second part of a fact says nothing without the first: «More than it would without the collapse».
    private static string Unshown(StylisedFactsResult facts, string id)
    {
        string first = facts.Facts.First(fact => fact.Id == id).Statement;
        string failing = facts.Facts.First(fact => fact.Id == id && fact.Verdict == FactVerdict.NotReproduced).Statement;
        return failing == first ? first : $"{first}: «{failing}»";
    }

    /// <summary>Gives how far the calibrated model gives what the study sees; none without calibration.</summary>
    public static IEnumerable<Sentence> Checks(PolicySimulationResult simulation)
    {
        if (simulation.Calibration is { } calibration)
        {
            IReadOnlyList<PredictiveCheck> checks = calibration.Posterior.Checks;
            yield return Sentence.Of(
                "scenarios.checks", ("checks", checks.Count), ("reproduced", checks.Count(check => check.Reproduced)),
                ("held", checks.Count(check => check.HeldOut)), ("held_reproduced", checks.Count(check => check.HeldOut && check.Reproduced)));
        }
    }

    // What was computed and where a fact comes from stand in the table of the folder: here they would run out of the page.
    private static Table Shown(StylisedFactsResult facts)
    {
        Table all = facts.ToTable();
        return Table.Of(
            all.Name,
            [.. FactColumns.Select(column => all[column])]);
    }

    private static IEnumerable<Block> Calibration(PolicySimulationResult simulation)
    {
        yield return new ParagraphBlock([SetupSection.Calibrated(simulation)], Tone.Caution);
        if (simulation.Calibration is not { } calibration)
        {
            yield break;
        }

        string[] open = [.. calibration.Posterior.Parameters.Where(one => !one.Identified).Select(one => one.Name)];
        if (open.Length > 0)
        {
            yield return new ParagraphBlock([Sentence.Of("scenarios.not_identified", ("parameters", string.Join(", ", open)))], Tone.Caution);
        }

        yield return new TableBlock(calibration.ToTable(), Sentence.Of("scenarios.posterior_caption"));
        yield return new ParagraphBlock([Sentence.Of("scenarios.posterior_coverage")], Tone.Caution);
        yield return new ParagraphBlock([.. Checks(simulation)], Tone.Finding);
        yield return new TableBlock(calibration.Posterior.ToCheckTable(), Sentence.Of("scenarios.checks_caption"));
        if (simulation.HeldOut is not { } place)
        {
            yield break;
        }

        yield return new ParagraphBlock([HeldOut(place), Sentence.Of("scenarios.hold_out_reading")], Tone.Finding);
        yield return new TableBlock(place.ToTable(), Sentence.Of("scenarios.hold_out_caption", ("place", place.Place)));
    }

    private static Sentence HeldOut(HeldOutPlace place) => Sentence.Of(
        "scenarios.hold_out", ("place", place.Place), ("firms", place.Firms), ("respondents", place.Respondents), ("others", place.Others),
        ("checks", place.Checks.Count), ("reproduced", place.Checks.Count(check => check.Reproduced)));
}
