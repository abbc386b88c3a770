using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>How firms learn by their own answers, whether what they can do goes together, and what they changed.</summary>
internal static class LearningSection
{
    public static Section Compose(Findings findings)
    {
        List<Block> blocks =
        [
            .. Mechanisms(findings.Learning?.Mechanisms),
            .. Scores(findings.Learning?.MechanismScores),
            .. Competences(findings.Learning?.Competences),
            .. ChangeBlocks.Compose(findings),
        ];
        return new Section("learning", blocks);
    }

    private static IEnumerable<Block> Mechanisms(LearningMechanismsResult? mechanisms)
    {
        MechanismAccount[] shown = [.. (mechanisms?.Accounts ?? []).Where(account => account.Firms >= SmallCells.LeastFirms)];
        if (mechanisms is null || shown.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("learning.no_mechanisms")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock([.. Leading(mechanisms, shown)], Tone.Finding);
        yield return Bars(shown);
        yield return new ParagraphBlock([Sentence.Of("learning.mechanisms_reading")]);
        if (mechanisms.NotAsked.Count > 0)
        {
            yield return new ParagraphBlock(
                [Sentence.Of("learning.not_asked", ("mechanisms", Titles(mechanisms.NotAsked)))], Tone.Caution);
        }

        yield return new TableBlock(SmallCells.Suppress(mechanisms.ToTable()), Sentence.Of("learning.mechanisms_table"));
    }

    private static IEnumerable<Sentence> Leading(LearningMechanismsResult mechanisms, MechanismAccount[] shown)
    {
        if (shown.Where(account => account.Mechanism.NeedsEffort).MaxBy(account => account.UseShare) is { } most)
        {
            yield return Sentence.Of("learning.most_used", Arguments(most));
        }

        if (shown.Where(account => !account.Mechanism.NeedsEffort).MaxBy(account => account.UseShare) is { } free)
        {
            yield return Sentence.Of("learning.without_effort", Arguments(free));
        }

        if (mechanisms.ShareWithoutEffortFirms >= SmallCells.LeastFirms)
        {
            yield return Sentence.Of(
                "learning.share_without_effort",
                ("firms", mechanisms.ShareWithoutEffortFirms), ("share", mechanisms.ShareWithoutEffort));
        }
    }

    private static (string Name, object? Value)[] Arguments(MechanismAccount account) =>
    [
        ("mechanism", account.Mechanism.Title), ("firms", account.Firms), ("share", account.UseShare), ("low", account.UseLow),
        ("high", account.UseHigh),
    ];

    private static string Titles(IEnumerable<LearningMechanism> mechanisms) =>
        string.Join(", ", mechanisms.Select(mechanism => mechanism.Title.ToLowerInvariant()));

    private static FigureBlock Bars(MechanismAccount[] shown)
    {
        MechanismAccount[] order = [.. shown.OrderByDescending(account => account.Mechanism.NeedsEffort)
            .ThenByDescending(account => account.UseShare).ThenBy(account => account.Mechanism.Id, StringComparer.Ordinal)];
        Table bars = Table.Of(
            "mechanism_bars",
            Column.Of("term", order.Select(account => (string?)account.Mechanism.Title), "Way of learning", "Learning mechanism."),
            Column.Of("estimate", order.Select(account => account.UseShare), "Firms that use it", "share", "Share of the firms that answered."),
            Column.Of("conf_low", order.Select(account => account.UseLow), "Low", "share", "Lower limit, 95 %."),
            Column.Of("conf_high", order.Select(account => account.UseHigh), "High", "share", "Upper limit, 95 %."),
            Column.Of(
                "group", order.Select(account => (string?)(account.Mechanism.NeedsEffort ? "takes money or time" : "comes without effort")),
                "Effort", "Whether it costs money or time."));
        return new FigureBlock(
            "learning_mechanisms",
            FigureKind.Bars,
            new Dictionary<string, Table> { ["bars"] = bars },
            Sentence.Of("learning.mechanisms_caption"),
            Sentence.Of("learning.mechanisms_alt", ("mechanisms", shown.Length)));
    }

    private static IEnumerable<Block> Scores(MechanismScoresResult? scores)
    {
        if (scores is not { Channels.Count: > 0 })
        {
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of("learning.scores")]);
        yield return new TableBlock(SmallCells.Suppress(scores.ToTable()), Sentence.Of("learning.scores_table"));
    }

    private static IEnumerable<Block> Competences(CompetenceInventoryResult? inventory)
    {
        if (inventory is null || double.IsNaN(inventory.Coherence.MeanPValue))
        {
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of(
            inventory.Coherence.MeanPValue < 0.05 ? "learning.coherent" : "learning.not_coherent",
            ("firms", inventory.Firms),
            ("functions", inventory.Functions.Count),
            ("coherence", inventory.Coherence.MeanCoherence),
            ("expected", inventory.Coherence.MeanExpected),
            ("p", SummarySection.PValue(inventory.Coherence.MeanPValue)),
            ("replicates", inventory.Replicates))]);
        yield return new TableBlock(SmallCells.Suppress(inventory.ToTable()), Sentence.Of("learning.competences_table"));
    }
}
