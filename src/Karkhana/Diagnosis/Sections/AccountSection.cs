using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The channel account: each advantage through effort and without, beside the theory's matrix.</summary>
internal static class AccountSection
{
    public static Section Compose(Findings findings)
    {
        if (findings.Integration?.Account is not { Advantages.Count: > 0 } account || !findings.Gate.Allows("channel-learning"))
        {
            return new Section("account", [new ParagraphBlock([Sentence.Of("account.none")], Tone.Caution)]);
        }

        List<Block> blocks =
        [
            new ParagraphBlock([Sentence.Of("account.reading"), Sentence.Of("account.one_at_a_time", ("controls", string.Join(", ", (findings.Regressions?.Controls ?? []).Select(name => name.Replace('_', ' ')))))]),
            Parts(account, findings),
            .. Found(account, findings),
            Paths(account, findings),
            new ParagraphBlock([Compared(account)]),
        ];
        ChannelPath[] opposite = [.. account.Paths.Where(path => path.Comparison == TheoryComparison.Opposite)];
        if (opposite.Length > 0)
        {
            blocks.Add(new ListBlock([.. opposite.Select(path => Said("account.opposite", path, findings))]));
        }

        Sentence[] rough = account.MeasuredRoughly.Count == 0 ? [] : [Sentence.Of(
            "account.rough",
            ("scores", string.Join(", ", account.MeasuredRoughly.Select(name => name.Replace("mechanism_", "", StringComparison.Ordinal).Replace('_', ' ')))))];
        blocks.Add(new ParagraphBlock([Sentence.Of("account.limits"), .. rough], Tone.Caution));
        blocks.Add(new TableBlock(account.ToTable(), Sentence.Of("account.table")));
        blocks.AddRange(Between(findings.Integration.Paths, account.Options.FalseDiscoveryRate));
        return new Section("account", blocks);
    }

    private static IEnumerable<Block> Between(LearningPathsResult paths, double rate)
    {
        if (paths.Paths.Count == 0)
        {
            yield break;
        }

        LearningPath[] clear = [.. paths.Paths.Where(path => path.AdjustedPValue <= rate)];
        yield return new ParagraphBlock([Sentence.Of(
            "account.between", ("paths", paths.Paths.Count), ("expected", paths.Paths.Count(path => path.HasExpectedSign)),
            ("clear", clear.Count(path => path.HasExpectedSign)), ("opposite", clear.Count(path => !path.HasExpectedSign)))]);
        yield return new TableBlock(paths.ToTable(), Sentence.Of("account.between_table"));
    }

    private static IEnumerable<Block> Found(ChannelAccountResult account, Findings findings)
    {
        ChannelPath[] found = [.. account.Paths.Where(path => path.AdjustedPValue <= account.Options.FalseDiscoveryRate)];
        if (found.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("account.nothing", ("paths", account.Paths.Count))], Tone.Finding);
            yield break;
        }

        yield return new ListBlock([.. found.OrderByDescending(path => Math.Abs(path.Estimate)).Select(path => Said(
            path.Channel switch
            {
                LearningChannel.StaticCost => "account.found_static",
                LearningChannel.SpilloverWithoutEffort => "account.found_without",
                _ => "account.found_effort",
            },
            path,
            findings))]);
    }

    private static Sentence Said(string key, ChannelPath path, Findings findings) => Sentence.Of(
        key,
        ("advantage", AdvantageNames.NameOf(path.Advantage, findings)), ("channel", Words.Spaced(path.Channel)), ("estimate", path.Estimate),
        ("low", path.Low), ("high", path.High), ("p", SummarySection.PValue(path.AdjustedPValue))).Claiming("channel-learning");

    private static Sentence Compared(ChannelAccountResult account)
    {
        int Count(TheoryComparison comparison) => account.Paths.Count(path => path.Comparison == comparison);
        return Sentence.Of(
            "account.theory",
            ("paths", account.Paths.Count), ("agree", Count(TheoryComparison.Agrees)), ("opposite", Count(TheoryComparison.Opposite)),
            ("not_shown", Count(TheoryComparison.NotShown)), ("beyond", Count(TheoryComparison.BeyondTheory)));
    }

    private static FigureBlock Parts(ChannelAccountResult account, Findings findings)
    {
        (string Part, AdvantageAccount Account, PathInterval Value)[] rows = [.. account.Advantages.SelectMany(row => new[]
        {
            ("through effort", row, row.ThroughEffort), ("without effort", row, row.WithoutEffort),
        })];
        Table table = Table.Of(
            "account_parts",
            Column.Of("term", rows.Select(row => (string?)Labelled(row.Account.Advantage, findings)), "Advantage", "Agglomeration advantage."),
            Column.Of("estimate", rows.Select(row => row.Value.Estimate), "Association with capability", "SD", "Standard deviations."),
            Column.Of("conf_low", rows.Select(row => row.Value.Low), "Low", "SD", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.Value.High), "High", "SD", "Upper limit, 95 %."),
            Column.Of("model", rows.Select(row => (string?)row.Part), "Path", "Through effort or without."));
        return new FigureBlock(
            "channel_account", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = table },
            Sentence.Of("account.caption"), Sentence.Of("account.alt", ("advantages", account.Advantages.Count)));
    }

    private static FigureBlock Paths(ChannelAccountResult account, Findings findings)
    {
        ChannelPath[] paths = [.. account.Paths];
        Table cells = Table.Of(
            "account_paths",
            Column.Of("row", paths.Select(path => (string?)Labelled(path.Advantage, findings)), "Advantage", "Agglomeration advantage."),
            Column.Of("column", paths.Select(path => (string?)Words.Spaced(path.Channel)), "Channel", "Channel of learning."),
            Column.Of("estimate", paths.Select(path => path.Estimate), "Association", "SD", "Standard deviations."),
            Column.Of("label", paths.Select(path => (string?)Label(path, account)), "Label", "Estimate; a star where found after correction; the sign that theory has."));
        return new FigureBlock(
            "channel_paths", FigureKind.HeatTable, new Dictionary<string, Table> { ["cells"] = cells },
            Sentence.Of("account.paths_caption"), Sentence.Of("account.paths_alt", ("paths", paths.Length)));
    }

    private static string Label(ChannelPath path, ChannelAccountResult account)
    {
        string star = path.AdjustedPValue <= account.Options.FalseDiscoveryRate ? "*" : "";
        string theory = path.Theory > 0 ? " (+)" : path.Theory < 0 ? " (−)" : "";
        double shown = Math.Round(path.Estimate, 2) + 0.0; // adding zero takes the sign off a rounded −0
        return FormattableString.Invariant($"{shown:0.00}{star}{theory}");
    }

    private static string Labelled(string advantage, Findings findings) =>
        findings.Matrix.Rows.FirstOrDefault(row => row.Id == advantage) is { } row ? $"{row.Id} {row.Name}" : advantage;
}
