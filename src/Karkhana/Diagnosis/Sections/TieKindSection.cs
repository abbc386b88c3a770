using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Which kinds of ties there are, how they lie over each other, and production against knowledge.</summary>
internal static class TieKindSection
{
    private const double Most = 0.05; // the p-value up to which an overlap is called other than chance

    public static Section Compose(Findings findings)
    {
        if (findings.Ties?.Portfolio is not { } portfolio || findings.Ties.System is not { } system)
        {
            return new Section("tie_kinds", [new ParagraphBlock([Sentence.Of("tie_kinds.none")], Tone.Caution)]);
        }

        List<Block> blocks = [new TableBlock(portfolio.ToTable(), Sentence.Of("tie_kinds.table", ("firms", portfolio.Firms.Count)))];
        if (portfolio.Layers.Count < 2)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("tie_kinds.one_kind")], Tone.Caution));
        }
        else
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("tie_kinds.multiplexity", ("share", portfolio.Multiplexity), ("kinds", portfolio.Layers.Count))], Tone.Finding));
            blocks.Add(new TableBlock(portfolio.ToOverlaps(), Sentence.Of("tie_kinds.overlap_table")));
        }

        blocks.Add(double.IsNaN(portfolio.KinOverlap)
            ? new ParagraphBlock([Sentence.Of("tie_kinds.no_kin")], Tone.Caution)
            : new ParagraphBlock([Sentence.Of("tie_kinds.kin", ("share", portfolio.KinOverlap))], Tone.Finding));
        blocks.AddRange(TwoSystems(system));
        return new Section("tie_kinds", blocks);
    }

    private static IEnumerable<Block> TwoSystems(KnowledgeSystemResult system)
    {
        if (system.Production.Network.TieCount == 0 || system.Knowledge.Network.TieCount == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("tie_kinds.no_systems")], Tone.Caution);
        }
        else
        {
            Sentence densities = Sentence.Of(
                "tie_kinds.systems", ("production", system.Production.Density), ("knowledge", system.Knowledge.Density),
                ("within", system.Overlap.OfSecond), ("jaccard", system.Overlap.Jaccard));
            yield return new ParagraphBlock([densities, OfOverlap(system.Overlap)], Tone.Finding);
        }

        yield return double.IsNaN(system.ActiveShare)
            ? new ParagraphBlock([Sentence.Of("tie_kinds.no_active_share")], Tone.Caution)
            : new ParagraphBlock([Sentence.Of("tie_kinds.active_share", ("share", system.ActiveShare))]);
        if (double.IsNaN(system.Openness))
        {
            yield return new ParagraphBlock([Sentence.Of("tie_kinds.no_openness")], Tone.Caution);
        }

        yield return new TableBlock(system.ToTable(), Sentence.Of("tie_kinds.systems_table"));
    }

    private static Sentence OfOverlap(LayerOverlap overlap)
    {
        if (double.IsNaN(overlap.PValue))
        {
            return Sentence.Of("tie_kinds.systems_untested");
        }

        string key = overlap.PValue > Most ? "tie_kinds.systems_chance" : overlap.Correlation > 0 ? "tie_kinds.systems_together" : "tie_kinds.systems_apart";
        return Sentence.Of(key, ("correlation", overlap.Correlation), ("p", SummarySection.PValue(overlap.PValue)));
    }
}
