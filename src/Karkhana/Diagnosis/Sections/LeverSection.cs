using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
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
            new ListBlock([.. open.Select(item => Because(item, advice.ByAnswers))]),
        ];
        if (vetoed.Length > 0)
        {
            blocks.Add(new ListBlock([.. vetoed.Select(item => Sentence.Of(
                $"levers.veto_{Words.Of(item.Vetoed)}", ("lever", $"{item.Lever.Id} {item.Lever.Name}")))]));
        }

        blocks.Add(new ParagraphBlock([Sentence.Of("levers.overlap"), Sentence.Of("levers.costs")], Tone.Caution));
        blocks.Add(new TableBlock(advice.ToTable(), Sentence.Of("levers.table_caption")));
        return new Section("levers", blocks);
    }

    /// <summary>Says whether enough firms said what holds them back for levers to be ranked.</summary>
    public static bool IsAllowed(Findings findings) => findings.Gate.Allows(Claim);

    /// <summary>Gives what is missing for levers to be ranked; null when they may be.</summary>
    public static ClaimDecision? Withheld(Findings findings) => findings.Gate.Decisions.FirstOrDefault(decision => decision.Claim.Id == Claim && !decision.Allowed);

    private static Sentence Because(LeverAdvice item, bool byAnswers) => Sentence.Of(
        byAnswers ? "levers.because" : "levers.because_by_indices",
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
                "estimate", levers.Select(item => item.Score), "Score", "", "Match × regime share × evidence ÷ cost.",
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
