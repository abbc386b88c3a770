using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Errors;

namespace Karkhana.Diagnosis.Sections;

/// <summary>How well the scales measure: which model scored them and why, their reliability, and where they are precise.</summary>
internal static class MeasurementSection
{
    private const double ForGroups = 0.7;
    private const double ForRanking = 0.8;

    public static Section Compose(Findings findings)
    {
        if (findings.Scores is not { Constructs.Count: > 0 } scores)
        {
            return new Section("measurement", []);
        }

        List<Block> blocks = [new ParagraphBlock([Sentence.Of("measurement.ladder")])];
        foreach (ConstructScoreResult scored in scores.Constructs)
        {
            blocks.Add(new ParagraphBlock([Choice(scored), Reading(scored)]));
            if (scored.Notes.Where(note => note.Severity == Severity.Warning).ToArray() is { Length: > 0 } warnings)
            {
                blocks.Add(new ParagraphBlock(
                    [.. warnings.Select(note => Sentence.Of("measurement.note", ("note", note.Text)))], Tone.Caution));
            }
        }

        blocks.Add(new TableBlock(scores.ToReliability(), Sentence.Of("capability.reliability_caption")));
        blocks.AddRange(findings.Scales is { } scales ? ScaleDiagnosticsBlocks.Of(scales) : []);
        foreach (LatentScale scale in scores.Constructs.Select(scored => scored.Latent).OfType<LatentScale>())
        {
            blocks.AddRange(LatentScaleFigures.Of(scale));
        }

        return new Section("measurement", blocks);
    }

    private static Sentence Choice(ConstructScoreResult scored) => Sentence.Of(
        $"measurement.model_{Core.Tables.Words.Of(scored.Choice.Used)}",
        ("construct", scored.Score.Construct.Replace('_', ' ')),
        ("firms", scored.Choice.Firms),
        ("reason", Core.Tables.Words.Spaced(scored.Choice.Reason)));

    private static Sentence Reading(ConstructScoreResult scored)
    {
        // The lower of both: a latent scale that one item carries is reliable in name only, and its items do not hang together.
        double reliability = Math.Min(scored.Latent?.Reliability ?? double.PositiveInfinity, scored.Reliability.Alpha);
        string key = !double.IsFinite(reliability) || reliability <= 0 ? "measurement.reliability_none"
            : reliability >= ForRanking ? "measurement.reliability_ranking"
            : reliability >= ForGroups ? "measurement.reliability_groups"
            : "measurement.reliability_neither";
        return Sentence.Of(key, ("reliability", reliability));
    }
}
