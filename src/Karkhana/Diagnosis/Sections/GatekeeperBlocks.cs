using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What the network would lose with its gatekeepers, against as many firms at random.</summary>
internal static class GatekeeperBlocks
{
    private const double Level = 0.05;

    /// <summary>Composes the blocks.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="isShown">Whether the number of gatekeepers is told; else nothing about them is.</param>
    public static IEnumerable<Block> Compose(Findings findings, bool isShown)
    {
        if (findings.Ties?.Dependence is not { Gatekeepers.Count: > 0 } dependence || dependence.OpenFirms == 0)
        {
            return [new ParagraphBlock([Sentence.Of("roles.no_gatekeepers")], Tone.Caution)];
        }

        if (!isShown)
        {
            return [new ParagraphBlock([Sentence.Of("roles.gatekeepers_held_back")], Tone.Caution)];
        }

        DependenceRow reached = dependence.Rows.First(row => row.Measure == "reached");
        DependenceRow near = dependence.Rows.First(row => row.Measure == "near");
        return
        [
            new ParagraphBlock(
                [
                    Said("reached", dependence.Standing.Reached, reached),
                    Said("near", dependence.Standing.Near, near),
                ],
                Tone.Finding),
            new ParagraphBlock([Sentence.Of("roles.dependence_caution")], Tone.Caution),
            new TableBlock(dependence.ToTable(), Sentence.Of("roles.dependence_table")),
        ];
    }

    private static Sentence Said(string measure, double before, DependenceRow row) => Sentence.Of(
        double.IsNaN(row.All) ? $"roles.dependence_{measure}_unknown" : row.PValue <= Level ? $"roles.dependence_{measure}_more" : $"roles.dependence_{measure}_alike",
        ("before", before), ("all", row.All), ("random", row.Random),
        ("low", row.RandomLow), ("high", row.RandomHigh), ("p", SummarySection.PValue(row.PValue)));
}
