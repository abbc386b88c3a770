using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Through which channels the cluster's advantages are thought to reach learning, and what the profile
/// suggests.</summary>
internal static class ChannelSection
{
    public static Section Compose(Findings findings)
    {
        int[] group = findings.Focus.ClusteredFirms;
        Sentence status = Sentence.Of("channels.status", ("version", findings.Matrix.Version));
        if (group.Length == 0)
        {
            return new Section(
                "channels", [new ParagraphBlock([status, Sentence.Of("channels.no_clustered")], Tone.Caution)]);
        }

        ChannelProfile profile = Profile(findings, group);
        List<Block> blocks =
        [
            new ParagraphBlock([status]),
            Heat(findings, group),
            new TableBlock(Indices(findings), Sentence.Of("channels.indices_caption")),
        ];
        if (Reasons(findings) is { RowCount: > 0 } reasons)
        {
            blocks.Add(new TableBlock(reasons, Sentence.Of("channels.reasons_caption")));
        }

        Sentence[] readings = [.. ReadingRules.Apply(profile).Select(rule =>
            Sentence.Of(
                FormattableString.Invariant($"channels.rule{rule}"),
                ("incentive", profile.Incentive)).Claiming(rule > 2 ? "effort-low" : "advantage-profile"))];
        if (readings.Length > 0)
        {
            blocks.Add(new ParagraphBlock(readings, Tone.Finding));
        }

        return new Section("channels", blocks);
    }

    private static ChannelProfile Profile(Findings findings, int[] group)
    {
        Survey? survey = findings.Study.Survey?.Of(group);
        double constrained = double.NaN;
        if (survey?.AnswersTo("M3") is { } canPay && survey.AnswersTo("M4") is { } lumpy)
        {
            (double Pay, double Lumpy)[] known = [.. canPay.Zip(lumpy).Where(
                pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second))];
            constrained = known.Length == 0 ? double.NaN : known.Count(
                pair => pair.Pay == 0 || pair.Lumpy == 1) / (double)known.Length;
        }

        return ChannelProfile.Of(
            findings.Channels, group, findings.Scores?.Scores.Find(Constructs.Effort)?.Values, findings.Scores?.Scores.Find(Constructs.AbsorptiveCapacity)?.Values, constrained);
    }

    private static FigureBlock Heat(Findings findings, int[] group)
    {
        (MatrixRow Row, LearningChannel Channel, double Exposure)[] cells = [.. findings.Matrix.Rows
            .Select(row => (row, Exposure: MeanOf(findings.Exposures.Find(row.Id)?.Values, group)))
            .Where(pair => !double.IsNaN(pair.Exposure))
            .SelectMany(pair => findings.Matrix.Channels.Select(channel => (pair.row, channel, pair.Exposure)))];
        Table table = Table.Of(
            "channel_cells",
            Column.Of(
                "row", cells.Select(cell => (string?)$"{cell.Row.Id} {cell.Row.Name}"), "Advantage",
                "Agglomeration advantage."),
            Column.Of("column", cells.Select(cell => (string?)Words.Spaced(cell.Channel)), "Channel", "Channel of learning."),
            Column.Of(
                "estimate", cells.Select(cell => cell.Row.In(cell.Channel) * cell.Exposure), "Strength × exposure",
                "−1 to 2", "Strength of the matrix times the mean exposure of clustered firms."),
            Column.Of("label", cells.Select(cell => cell.Row.In(cell.Channel) == 0 ? "" : (string?)FormattableString.Invariant($"{cell.Row.In(cell.Channel) * cell.Exposure:0.0}")), "Label", "Rounded value; empty where the matrix has no cell."));
        return new FigureBlock(
            "channel_matrix",
            FigureKind.HeatTable,
            new Dictionary<string, Table> { ["cells"] = table },
            Sentence.Of("channels.caption"),
            Sentence.Of(
                "channels.alt", ("advantages", cells.Length / Math.Max(1, findings.Matrix.Channels.Count)),
                ("channels", findings.Matrix.Channels.Count)));
    }

    // Theory, cell by cell: what the shades of the table above stand for.
    private static Table Reasons(Findings findings)
    {
        (MatrixRow Row, LearningChannel Channel, MatrixCell Cell)[] cells = [.. findings.Matrix.Rows.SelectMany(row => findings.Matrix.Channels
            .Where(channel => row.Cells.TryGetValue(channel, out MatrixCell? cell) && cell.Rationale is not null)
            .Select(channel => (row, channel, row.Cells[channel])))];
        return Table.Of(
            "channel_reasons",
            Column.Of("advantage", cells.Select(cell => (string?)$"{cell.Row.Id} {cell.Row.Name}"), "Advantage", "Agglomeration advantage."),
            Column.Of("channel", cells.Select(cell => (string?)Words.Spaced(cell.Channel)), "Channel", "Channel of learning."),
            Column.Of("strength", cells.Select(cell => cell.Row.In(cell.Channel)), "Strength", "−1 to 2", "Signed ordinal prior; not an estimate."),
            Column.Of("confidence", cells.Select(cell => (string?)cell.Cell.Confidence), "Confidence", "high, medium or low."),
            Column.Of("rationale", cells.Select(cell => cell.Cell.Rationale), "Why theory suggests it", "Why the advantage is thought to press this way."));
    }

    private static Table Indices(Findings findings)
    {
        (string Group, int[] Firms)[] groups = [("clustered", findings.Focus.ClusteredFirms), ("dispersed", findings.Focus.DispersedFirms)];
        (string Group, int[] Firms, LearningChannel Channel)[] rows =
            [.. groups.Where(group => group.Firms.Length > 0).SelectMany(
                group => findings.Channels.Channels.Select(channel => (group.Group, group.Firms, channel)))];
        return Table.Of(
            "channel_means",
            Column.Of("channel", rows.Select(row => (string?)Words.Spaced(row.Channel)), "Channel", "Channel of learning."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms."),
            Column.Of(
                "n",
                rows.Select(row => row.Firms.Count(firm => !double.IsNaN(findings.Channels.Of(row.Channel)[firm]))),
                "Firms", "", "Firms whose index is known."),
            Column.Of(
                "estimate", rows.Select(row => MeanOf(findings.Channels.Of(row.Channel), row.Firms)), "Mean index",
                "−1 to 1", "Mean channel index.", recommended: true));
    }

    private static double MeanOf(IReadOnlyList<double>? values, int[] firms) => values is null
        ? double.NaN
        : Sums.Mean([.. firms.Select(firm => values[firm]).Where(value => !double.IsNaN(value))]);
}
