using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What runs along effort, and for which firms: mediation, and moderation by absorptive capacity.</summary>
internal static class ModerationSection
{
    private const double Risk = 0.05;
    private const int MostPanels = 6;

    public static Section Compose(Findings findings)
    {
        if (findings.Integration is not { } integration || !findings.Gate.Allows("channel-learning") || (integration.Moderation.Advantages.Count == 0 && integration.Mediation.Parts.Count == 0))
        {
            return new Section("moderation", [new ParagraphBlock([Sentence.Of("moderation.none")], Tone.Caution)]);
        }

        return new Section(
            "moderation",
            [.. Mediated(integration.Mediation), .. integration.Moderation.Advantages.Count == 0 ? [] : Moderated(integration.Moderation, findings)]);
    }

    private static IEnumerable<Block> Mediated(EffortMediationResult mediation)
    {
        if (mediation.Parts.Count == 0)
        {
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of("moderation.mediation")]);
        yield return new TableBlock(mediation.ToTable(), Sentence.Of("moderation.mediation_table"));
        MediatedExposure[] told = [.. mediation.Exposures.Where(row => !double.IsNaN(row.CorrelationAtZero.Estimate))];
        if (told.Length > 0)
        {
            yield return new ParagraphBlock(
                [.. told.Select(row => Sentence.Of(
                    "moderation.correlation_at_zero", ("exposure", row.Exposure.Replace('_', ' ')), ("correlation", row.CorrelationAtZero.Estimate)))],
                Tone.Caution);
        }

        if (mediation.Sensitivity.Count > 0)
        {
            yield return new TableBlock(mediation.ToSensitivity(), Sentence.Of("moderation.sensitivity_table"));
        }
    }

    private static IEnumerable<Block> Moderated(CapacityModerationResult moderation, Findings findings)
    {
        AdvantageModeration[] found = [.. moderation.Advantages.Where(row => row.ChangeAdjustedPValue <= Risk || row.IndexAdjustedPValue <= Risk)];
        yield return found.Length == 0
            ? new ParagraphBlock([Sentence.Of("moderation.nothing", ("advantages", moderation.Advantages.Count))], Tone.Finding)
            : new ListBlock([.. found.Select(row => Sentence.Of(
                row.Change.Estimate > 0 ? "moderation.stronger" : "moderation.weaker",
                ("advantage", AdvantageNames.NameOf(row.Advantage, findings)), ("change", row.Change.Estimate), ("low", row.Change.Low), ("high", row.Change.High),
                ("p", SummarySection.PValue(row.ChangeAdjustedPValue))).Claiming("channel-learning"))]);
        yield return Figure(moderation, findings);
        yield return new TableBlock(moderation.ToTable(), Sentence.Of("moderation.table"));
    }

    private static FigureBlock Figure(CapacityModerationResult moderation, Findings findings)
    {
        HashSet<string> shown = [.. moderation.Advantages.OrderBy(row => row.ChangePValue).Take(MostPanels).Select(row => row.Advantage)];
        (string Panel, string Curve, double X, double Y)[] points = [.. moderation.Curve.Where(point => shown.Contains(point.Advantage)).SelectMany(point => new[]
        {
            (AdvantageNames.NameOf(point.Advantage, findings), "association", point.Value, point.Association.Estimate),
            (AdvantageNames.NameOf(point.Advantage, findings), "lower limit, 95 %", point.Value, point.Association.Low),
            (AdvantageNames.NameOf(point.Advantage, findings), "upper limit, 95 %", point.Value, point.Association.High),
        })];
        Table curves = Table.Of(
            "moderation_curves",
            Column.Of("x", points.Select(point => point.X), "Absorptive capacity (SD)", "", "Standard deviations from the mean."),
            Column.Of("estimate", points.Select(point => point.Y), "Without effort (SD)", "", "Association with capability at equal effort."),
            Column.Of("group", points.Select(point => (string?)point.Curve), "Curve", "Estimate or limit."),
            Column.Of("panel", points.Select(point => (string?)point.Panel), "Advantage", "Agglomeration advantage."));
        return new FigureBlock(
            "capacity_moderation", FigureKind.CurvePanels, new Dictionary<string, Table> { ["curves"] = curves },
            Sentence.Of("moderation.caption"), Sentence.Of("moderation.alt", ("advantages", shown.Count)));
    }
}
