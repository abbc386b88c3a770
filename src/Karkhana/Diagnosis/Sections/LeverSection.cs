using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Learning;
using Karkhana.Policy;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The ranked levers, each with its reason.</summary>
internal static class LeverSection
{
    private const string Claim = "channel-learning";

    public static Section Compose(Findings findings)
    {
        if (findings.Advice is not { Levers.Count: > 0 } advice)
        {
            return new Section("levers", [new ParagraphBlock([Sentence.Of("levers.none")], Tone.Caution)]);
        }

        if (!IsAllowed(findings))
        {
            return new Section("levers",
            [
                new ParagraphBlock([Sentence.Of("levers.few")], Tone.Caution),
                new TableBlock(advice.Menu.ToTable(), Sentence.Of("levers.menu_caption")),
            ]);
        }

        LeverAdvice[] open = [.. advice.Levers.Where(item => item.Vetoed == VetoRule.None && !item.Lever.IsBaseline)];
        LeverAdvice[] vetoed = [.. advice.Levers.Where(item => item.Vetoed != VetoRule.None)];
        List<Block> blocks =
        [
            new ParagraphBlock([Sentence.Of("levers.rule"), Sentence.Of(
                advice.ByAnswers ? "levers.by_answers" : "levers.by_indices")]),
            Dots(open),
            new ParagraphBlock([.. Comparison(findings, advice)]),
            new ListBlock([.. open.Select(item => Because(item, advice.ByAnswers, findings))]),
        ];
        if (vetoed.Length > 0)
        {
            blocks.Add(new ListBlock([.. vetoed.Select(item => Sentence.Of(
                $"levers.veto_{Words.Of(item.Vetoed)}", ("lever", $"{item.Lever.Id} {item.Lever.Name}")))]));
        }

        blocks.Add(new ParagraphBlock([Sentence.Of("levers.overlap"), Sentence.Of("levers.costs")], Tone.Caution));
        blocks.Add(new TableBlock(advice.ToTable(), Sentence.Of("levers.table_caption")));
        if (findings.Gaps is { Known.Count: > 0 })
        {
            blocks.Add(new TableBlock(Gaps(findings)!, Sentence.Of("levers.gaps_caption")));
        }

        return new Section("levers", blocks);
    }

    /// <summary>Says whether enough firms said what holds them back for levers to be ranked.</summary>
    public static bool IsAllowed(Findings findings) => findings.Gate.Allows(Claim);

    /// <summary>Gives what is missing for levers to be ranked; null when they may be.</summary>
    public static ClaimDecision? Withheld(Findings findings) => findings.Gate.Decisions.FirstOrDefault(decision => decision.Claim.Id == Claim && !decision.Allowed);

    /// <summary>Gives the gaps of exposure with the names of the advantages; null when nobody is compared.</summary>
    public static Table? Gaps(Findings findings) => findings.Gaps?.ToTable(
        findings.Matrix.Rows.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal));

    // Whom the cluster is compared with, and what that changes in the order.
    private static IEnumerable<Sentence> Comparison(Findings findings, PolicyAdviceResult advice)
    {
        if (!advice.KnowsGaps || findings.Gaps is not { } gaps)
        {
            yield return Sentence.Of("levers.gaps_unknown");
            yield break;
        }

        ComparisonFirms asked = findings.Study.Settings.Comparison;
        string key = asked.Set switch
        {
            ComparisonSet.Places => "levers.gaps_places",
            ComparisonSet.Clusters => "levers.gaps_clusters",
            _ => "levers.gaps_dispersed",
        };
        yield return Sentence.Of(
            key, ("places", string.Join(", ", asked.Places)), ("known", gaps.Known.Count),
            ("below", gaps.Gaps.Count(gap => gap.IsBelow)));
        yield return Sentence.Of("levers.gap_factor", ("factor", advice.Menu.GapFactor));
    }

    private static Sentence Because(LeverAdvice item, bool byAnswers, Findings findings)
    {
        if (item.Gaps.Count == 0)
        {
            return Because(item, byAnswers ? "levers.because" : "levers.because_by_indices");
        }

        string key = byAnswers ? "levers.because_gap" : "levers.because_by_indices_gap";
        return Sentence.Of(
            key,
            [
                .. Because(item, key).Arguments.Select(pair => (pair.Key, pair.Value)),
                ("advantage", AdvantageNames.NameOf(item.Gaps[0].AdvantageId, findings)), ("gap", item.Gaps[0].Gap), ("low", item.Gaps[0].Low),
                ("high", item.Gaps[0].High), ("firms", item.Gaps[0].Firms), ("others", item.Gaps[0].Comparisons), ("gaps", item.Gaps.Count),
                ("factor", item.GapFactor),
            ]);
    }

    private static Sentence Because(LeverAdvice item, string key) => Sentence.Of(
        key,
        ("lever", $"{item.Lever.Id} {item.Lever.Name}"),
        ("regime", item.RegimeShare),
        ("match", item.Match),
        ("evidence", item.Lever.Evidence.ToString()),
        ("cost", item.Lever.Cost),
        ("top", item.ShareInTopThree),
        ("failure", item.Lever.Failure));

    private static FigureBlock Dots(LeverAdvice[] levers)
    {
        Table dots = Table.Of(
            "lever_dots",
            Column.Of(
                "term", levers.Select(item => (string?)$"{item.Lever.Id} {item.Lever.Name}"), "Lever",
                "What can be done."),
            Column.Of(
                "estimate", levers.Select(item => item.Score), "Score", "", "Match × regime share × evidence × gap factor ÷ cost.",
                recommended: true),
            Column.Of("conf_low", levers.Select(item => item.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", levers.Select(item => item.High), "High", "", "Upper limit, 95 %."),
            Column.Of(
                "group", levers.Select(item => (string?)$"evidence {item.Lever.Evidence}"), "Evidence",
                "A randomised, B quasi-experimental, C correlational or case, D reasoning only."));
        return new FigureBlock(
            "levers",
            FigureKind.DotPlot,
            new Dictionary<string, Table> { ["dots"] = dots },
            Sentence.Of("levers.caption"),
            Sentence.Of("levers.alt", ("levers", levers.Length)));
    }
}
