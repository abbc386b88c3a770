using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Whether firms whose joint action rose report better performance: correlations and thirds, with intervals.</summary>
internal static class PerformanceBlocks
{
    private const double Level = 0.05;

    public static IEnumerable<Block> Compose(CooperationFindings cooperation)
    {
        JointActionPerformanceRow[] rows = [.. (cooperation.Performance?.Rows ?? []).Where(row => !double.IsNaN(row.Correlation))];
        if (cooperation.Performance is not { } performance || rows.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("cooperation.no_performance")], Tone.Caution);
            yield break;
        }

        JointActionPerformanceRow[] types = [.. rows.Where(row => row.Type != JointActionPerformanceInput.All)];
        JointActionPerformanceRow[] found = [.. types.Where(row => row.QValue <= Level)];
        yield return found.Length == 0
            ? new ParagraphBlock([Sentence.Of("cooperation.performance_unclear", ("types", types.Length))], Tone.Finding)
            : new ListBlock([.. found.Select(row => Sentence.Of(
                row.Correlation > 0 ? "cooperation.performance_more" : "cooperation.performance_less",
                ("type", row.Type), ("firms", row.Firms), ("correlation", row.Correlation), ("low", row.CorrelationInterval.Low),
                ("high", row.CorrelationInterval.High), ("q", SummarySection.PValue(row.QValue))))]);
        if (rows.FirstOrDefault(row => row.Type == JointActionPerformanceInput.All) is { } all)
        {
            yield return new ParagraphBlock([Sentence.Of(
                all.CorrelationInterval.Low > 0 || all.CorrelationInterval.High < 0 ? "cooperation.performance_all" : "cooperation.performance_all_unclear",
                ("firms", all.Firms), ("correlation", all.Correlation), ("low", all.CorrelationInterval.Low), ("high", all.CorrelationInterval.High))]);
        }

        yield return new ParagraphBlock([Sentence.Of("cooperation.performance_caution")], Tone.Caution);
        yield return Correlations(rows);
        yield return new TableBlock(performance.ToTable(), Sentence.Of("cooperation.performance_table"));
        if (performance.ToTerciles() is { RowCount: > 0 } terciles)
        {
            yield return new TableBlock(terciles, Sentence.Of("cooperation.terciles_table"));
        }
    }

    private static FigureBlock Correlations(JointActionPerformanceRow[] rows)
    {
        Table coefficients = Table.Of(
            "performance_coefficients",
            Column.Of("term", rows.Select(row => (string?)(row.Type == JointActionPerformanceInput.All ? "mean of the types" : row.Type)), "Joint action", "Type of joint action."),
            Column.Of("estimate", rows.Select(row => row.Correlation), "Rank correlation with performance", "", "Spearman's correlation.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.CorrelationInterval.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.CorrelationInterval.High), "High", "", "Upper limit, 95 %."),
            Column.Of("model", rows.Select(_ => (string?)"clustered firms"), "Firms", "Which firms."));
        return new FigureBlock(
            "joint_action_performance", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = coefficients },
            Sentence.Of("cooperation.performance_caption"), Sentence.Of("cooperation.performance_alt", ("types", rows.Length)));
    }
}
