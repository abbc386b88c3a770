using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>How far the answers of the survey can be relied on: what is missing, who asked, how long it took.</summary>
internal static class SurveyQualitySection
{
    private const double MostFlagged = 0.5;
    private const double MostFailed = 0.25;
    private const int MostItems = 15;
    private const double Significance = 0.05;

    public static Section Compose(Findings findings) => findings is { SurveyQuality: { } quality, Study.Survey: { } survey }
        ? new Section("survey_quality",
        [
            new ParagraphBlock([Sentence.Of("survey_quality.reading")], Tone.Caution),
            .. Nonresponse(quality),
            .. StraightLines(quality),
            .. InterviewerBlocks(quality, survey.Interviewers.Length > 0),
            .. Durations(quality),
            .. Checks(quality),
            .. Visits(quality),
            .. Directions(quality),
        ])
        : new Section("survey_quality", []);

    private static IEnumerable<Block> Nonresponse(SurveyQualityResult quality)
    {
        double[] rates = [.. quality.Interviews.Select(interview => interview.NonresponseRate).Where(rate => !double.IsNaN(rate))];
        int firms = quality.Interviews.Count;
        if (rates.Length > 0)
        {
            yield return new ParagraphBlock([Sentence.Of(
                "survey_quality.nonresponse", ("firms", firms),
                ("share", Silent(quality) / Math.Max(1, quality.Interviews.Sum(interview => (double)interview.Applicable))))]);
            ItemResponseCount[] worst = [.. quality.Items.Where(item => !item.Weighted && item.NonresponseRate > 0)
                .OrderByDescending(item => item.NonresponseRate).ThenBy(item => item.Item.Id, StringComparer.Ordinal).Take(MostItems)];
            if (worst.Length > 0)
            {
                Table counts = ItemResponseRates.ToTable(worst);
                Table shown = Table.Of(counts.Name, [.. counts.Columns.Where(column => column.Name != "weighting")]);
                yield return new TableBlock(SmallCells.Suppress(shown), Sentence.Of("survey_quality.items_caption"));
            }
        }

        if (rates.Length < firms)
        {
            yield return new ParagraphBlock(
                [Sentence.Of("survey_quality.empty", ("empty", firms - rates.Length), ("firms", firms))], Tone.Caution);
        }
    }

    private static double Silent(SurveyQualityResult quality) => Sums.Sum(
        [.. quality.Items.Where(item => !item.Weighted).Select(item => item.DontKnow + item.Refused)]);

    private static IEnumerable<Block> StraightLines(SurveyQualityResult quality)
    {
        int judged = quality.Interviews.Count(interview => interview.Batteries > 0);
        int flagged = quality.Interviews.Count(interview => interview.StraightLined > 0);
        if (judged == 0)
        {
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of(
            flagged > 0 ? "survey_quality.straight_lined" : "survey_quality.not_straight_lined",
            ("flagged", flagged), ("firms", judged), ("share", quality.Options.IdenticalShare))]);
        yield return new TableBlock(
            SmallCells.Suppress(quality.ToStraightLining()), Sentence.Of("survey_quality.straight_caption"));
    }

    private static IEnumerable<Block> InterviewerBlocks(SurveyQualityResult quality, bool declared)
    {
        if (!declared)
        {
            yield return new ParagraphBlock([Sentence.Of("survey_quality.no_interviewer")], Tone.Caution);
            yield break;
        }

        int unknown = quality.Interviews.Count(interview => interview.Interviewer.Length == 0);
        if (unknown > 0)
        {
            yield return new ParagraphBlock(
                [Sentence.Of("survey_quality.unknown_interviewer", ("unknown", unknown), ("firms", quality.Interviews.Count))],
                Tone.Caution);
        }

        if (quality.Interviewers.Count < 2)
        {
            yield return new ParagraphBlock([Sentence.Of("survey_quality.one_interviewer")], Tone.Caution);
            yield break;
        }

        Table interviewers = SmallCells.Suppress(quality.ToInterviewers());
        yield return new TableBlock(interviewers, Sentence.Of("survey_quality.interviewers_caption"));
        if (interviewers.Numbers("straight_lined_share").Any(double.IsFinite))
        {
            yield return InterviewerBars(interviewers);
        }

        (IReadOnlyList<double> quick, IReadOnlyList<double> alike, IReadOnlyList<double> failed) =
            (interviewers.Numbers("short_share"), interviewers.Numbers("straight_lined_share"), interviewers.Numbers("failed_share"));
        string[] standOut = [.. interviewers.Texts("interviewer").Where((_, row) =>
            quick[row] > MostFlagged || alike[row] > MostFlagged || failed[row] > MostFailed).OfType<string>()];
        if (standOut.Length > 0)
        {
            yield return new ParagraphBlock(
                [Sentence.Of("survey_quality.stand_out", ("interviewers", string.Join(", ", standOut)))], Tone.Caution);
        }

        InterviewerEffect[] effects = [.. quality.InterviewerEffects.Where(effect => !double.IsNaN(effect.Correlation.Estimate))];
        if (effects.Length > 0 && effects.All(effect => effect.Correlation.Count >= SmallCells.LeastFirms))
        {
            yield return new ParagraphBlock([Effects(effects), Sentence.Of("survey_quality.assignment")]);
            yield return EffectPlot(effects);
        }
    }

    private static Sentence Effects(InterviewerEffect[] effects)
    {
        int unlike = effects.Count(effect => effect.AdjustedPValue < Significance);
        InterviewerEffect greatest = effects.MaxBy(effect => effect.Correlation.Estimate)!;
        return unlike == 0
            ? Sentence.Of("survey_quality.alike", ("all", effects.Length))
            : Sentence.Of(
                "survey_quality.unlike", ("blocks", unlike), ("all", effects.Length), ("block", greatest.Block),
                ("correlation", greatest.Correlation.Estimate), ("effect", greatest.Correlation.DesignEffect));
    }

    private static FigureBlock InterviewerBars(Table interviewers)
    {
        (string Column, string Group)[] parts = [("straight_lined_share", "equal answers"), ("short_share", "short")];
        (string? Term, double Share, string Group)[] bars = [.. parts.SelectMany(part => interviewers.Texts("interviewer").Zip(
                interviewers.Numbers(part.Column), (term, share) => (term, share, part.Group)))
            .Where(bar => double.IsFinite(bar.share))];
        double[] none = [.. bars.Select(_ => double.NaN)];
        Table table = Table.Of(
            "interviewer_bars",
            Column.Of("term", bars.Select(bar => bar.Term), "Interviewer", "Code of the interviewer."),
            Column.Of("estimate", bars.Select(bar => bar.Share), "Share of interviews", "share", "Share of the interviews."),
            Column.Of("conf_low", none, "Low", "share", "No interval: these are counts of all interviews."),
            Column.Of("conf_high", none, "High", "share", "No interval: these are counts of all interviews."),
            Column.Of("group", bars.Select(bar => (string?)bar.Group), "Flag", "What was flagged."));
        return new FigureBlock(
            "interviewers",
            FigureKind.Bars,
            new Dictionary<string, Table> { ["bars"] = table },
            Sentence.Of("survey_quality.interviewers_figure"),
            Sentence.Of("survey_quality.interviewers_alt", ("interviewers", interviewers.RowCount)));
    }

    private static FigureBlock EffectPlot(InterviewerEffect[] effects)
    {
        Table effectTable = InterviewerEffects.ToTable(effects);
        Table table = Table.Of(
            "interviewer_effect_plot",
            effectTable["term"], effectTable["estimate"], effectTable["conf_low"], effectTable["conf_high"],
            Column.Of("model", effects.Select(_ => (string?)"interviewers"), "Effect", "Of whom."));
        return new FigureBlock(
            "interviewer_effects",
            FigureKind.CoefficientPlot,
            new Dictionary<string, Table> { ["coefficients"] = table },
            Sentence.Of("survey_quality.effects_caption"),
            Sentence.Of("survey_quality.effects_alt", ("blocks", effects.Length)));
    }

    private static IEnumerable<Block> Durations(SurveyQualityResult quality)
    {
        int known = quality.Interviews.Count(interview => !double.IsNaN(interview.Minutes));
        yield return known == 0
            ? new ParagraphBlock([Sentence.Of("survey_quality.no_duration")], Tone.Caution)
            : new ParagraphBlock([Sentence.Of(
                "survey_quality.duration", ("median", quality.MedianMinutes), ("firms", known),
                ("short", quality.Interviews.Count(interview => interview.IsShort)), ("share", quality.Options.ShortShare))]);
    }

    private static IEnumerable<Block> Checks(SurveyQualityResult quality)
    {
        if (quality.AttentionChecks.Count == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("survey_quality.no_checks")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of(
            "survey_quality.checks", ("failed", quality.AttentionChecks.Sum(check => check.Failed)),
            ("answered", quality.AttentionChecks.Sum(check => check.Answered)))]);
        yield return new TableBlock(
            SmallCells.Suppress(quality.ToAttentionChecks()), Sentence.Of("survey_quality.checks_caption"));
    }

    private static IEnumerable<Block> Visits(SurveyQualityResult quality)
    {
        if (quality.SecondVisits < SmallCells.LeastFirms)
        {
            yield return new ParagraphBlock(
                [Sentence.Of(quality.SecondVisits == 0 ? "survey_quality.no_visits" : "survey_quality.few_visits")], Tone.Caution);
            yield break;
        }

        VisitAgreement[] items = [.. quality.DoubleVisits.Where(visit => visit.Firms.Count >= SmallCells.LeastFirms)
            .OrderBy(visit => visit.Agreement).ThenBy(visit => visit.Item.Id, StringComparer.Ordinal)];
        if (items.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("survey_quality.few_visits")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of(
            "survey_quality.visits", ("visits", quality.SecondVisits), ("items", items.Length),
            ("share", Sums.Mean([.. items.Select(visit => visit.Agreement)])))]);
        double[] kappas = [.. items.Select(visit => visit.Kappa?.Kappa ?? double.NaN).Where(kappa => !double.IsNaN(kappa))];
        if (kappas.Length > 0)
        {
            yield return new ParagraphBlock([Sentence.Of(
                "survey_quality.kappa", ("judged", kappas.Length), ("least", DoubleVisits.LeastKappa),
                ("reached", kappas.Count(kappa => kappa >= DoubleVisits.LeastKappa)))]);
        }

        yield return new TableBlock(DoubleVisits.ToTable([.. items.Take(MostItems)]), Sentence.Of("survey_quality.visits_caption"));
    }

    private static IEnumerable<Block> Directions(SurveyQualityResult quality)
    {
        ItemDirection[] against = [.. quality.Directions.Where(entry => entry.Verdict == DirectionVerdict.Against)];
        if (against.Length == 0)
        {
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of("survey_quality.against", ("items", against.Length))], Tone.Caution);
        yield return new TableBlock(ItemDirections.ToTable(against), Sentence.Of("survey_quality.directions_caption"));
    }
}
