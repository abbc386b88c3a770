using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What holds firms back, by their answers and by the effort problem.</summary>
internal static class RegimeSection
{
    private const double Risk = 0.05;

    public static Section Compose(Findings findings)
    {
        if (findings is not { Regimes: { } regimes, RegimeMix: { } mix } || regimes.Firms.All(
            firm => firm.Stated is null && firm.Modelled is null))
        {
            return new Section("regimes", [new ParagraphBlock([Sentence.Of("regimes.none")], Tone.Caution)]);
        }

        Table bars = Table.Of(
            "regime_bars",
            [
                Column.Of(
                    "term", mix.Texts("term").Select(term => term!.Replace('_', ' ')), "Regime",
                    "What holds the firm's learning back."),
                .. new[] { "estimate", "conf_low", "conf_high" }.Select(name => mix[name]),
                Column.Of(
                    "group", mix.Texts("group").Select(basis => $"by {basis}"), "By",
                    "By the firm's answers, or by the effort problem."),
            ]);
        return new Section("regimes",
        [
            .. Leading(findings).Select(sentence => new ParagraphBlock([sentence], Tone.Finding)),
            new FigureBlock(
                "regime_mix",
                FigureKind.Bars,
                new Dictionary<string, Table> { ["bars"] = bars },
                Sentence.Of("regimes.caption"),
                Sentence.Of("regimes.alt", ("firms", regimes.Firms.Count))),
            new TableBlock(mix, Sentence.Of("regimes.mix_caption")),
            new ListBlock([.. Enum.GetValues<LearningRegime>().Select(
                regime => Sentence.Of($"regimes.{Words.Of(regime)}"))]),
            new ParagraphBlock([Sentence.Of("regimes.assumptions")], Tone.Caution),
            .. Sureness(findings.Integration?.Regimes),
            .. findings.Gate.Allows("channel-learning") ? Effort(findings.Integration?.EffortByRegime) : [],
        ]);
    }

    private static IEnumerable<Block> Sureness(RegimeProbabilitiesResult? regimes)
    {
        int known = regimes?.Firms.Count(firm => firm.Probabilities.Count > 0) ?? 0;
        if (regimes is null || known < SmallCells.LeastFirms)
        {
            yield break;
        }

        List<Sentence> sentences = [Sentence.Of("regimes.sure", ("clear", regimes.ShareClear), ("firms", known))];
        // A table of answers against model would tell its small cells by subtraction from the mixes: agreement in one number does not.
        int agreeing = regimes.Comparable.Count(firm => firm.MostProbable == firm.Stated);
        if (Math.Min(agreeing, regimes.Comparable.Count - agreeing) >= SmallCells.LeastFirms && regimes.Kappa is { } kappa)
        {
            sentences.Add(Sentence.Of(
                "regimes.agreement", ("agreement", regimes.Agreement), ("firms", regimes.Comparable.Count), ("kappa", kappa.Kappa)));
        }

        yield return new ParagraphBlock(sentences, Tone.Finding);
        yield return new TableBlock(SmallCells.Suppress(regimes.ToPlaces()), Sentence.Of("regimes.places_caption"));
    }

    // Pooled over regimes a slope is a mixture: what exposure works through differs between them.
    private static IEnumerable<Block> Effort(EffortByRegimeResult? effort)
    {
        if (effort is { Slopes.Count: > 1 })
        {
            RegimeSlope[] found = [.. effort.Slopes.Where(row => row.DifferencePValue <= Risk)];
            yield return new ParagraphBlock(
            [
                found.Length == 0
                    ? Sentence.Of("regimes.effort_alike", ("regimes", effort.Slopes.Count), ("first", Words.Spaced(effort.Slopes[0].Regime)))
                    : Sentence.Of(
                        "regimes.effort_differs", ("first", Words.Spaced(effort.Slopes[0].Regime)),
                        ("others", string.Join(", ", found.Select(row => Words.Spaced(row.Regime))))),
            ], Tone.Finding);
            yield return new TableBlock(effort.ToTable(), Sentence.Of("regimes.effort_table"));
        }

        if (effort?.Constraints is not null)
        {
            yield return new TableBlock(effort.ToConstraints(), Sentence.Of(
                "regimes.constraints_table", ("base", effort.Counts[0].Role.Replace('_', ' '))));
        }
    }

    public static IEnumerable<Sentence> Leading(Findings findings)
    {
        if (findings is not { Regimes: { } regimes, RegimeMix: { } mix } || regimes.Firms.All(firm => firm.Stated is null))
        {
            yield break;
        }

        LearningRegime leading = Enum.GetValues<LearningRegime>().MaxBy(regimes.StatedShare);
        yield return Sentence.Of(
            $"regimes.leading_{Words.Of(leading)}",
            ("share", regimes.StatedShare(leading)),
            ("firms", regimes.Firms.Count(firm => firm.Stated is not null))).Claiming("channel-learning");
    }
}
