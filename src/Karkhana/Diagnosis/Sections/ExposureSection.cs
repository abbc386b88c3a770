using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Which advantages clustered firms are exposed to, against dispersed ones.</summary>
internal static class ExposureSection
{
    private const int LeastFirms = 5;

    public static Section Compose(Findings findings)
    {
        List<Block> blocks = [];
        if (findings.Focus.ClusteredFirms.Length >= LeastFirms && findings.Focus.DispersedFirms.Length >= LeastFirms)
        {
            Table dots = Compare(findings);
            blocks.Add(new FigureBlock(
                "exposures",
                FigureKind.DotPlot,
                new Dictionary<string, Table> { ["dots"] = dots },
                Sentence.Of("exposures.caption"),
                Sentence.Of("exposures.alt", ("advantages", dots.RowCount / 2))));
            blocks.Add(new ParagraphBlock(
                [Sentence.Of(findings.Study.Survey is null ? "exposures.register_only" : "exposures.reading")]));
        }
        else
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("exposures.no_comparison")], Tone.Caution));
        }

        if (findings.Location.Access is { Kinds.Count: > 0 } access)
        {
            blocks.Add(new TableBlock(access.ToTable(), Sentence.Of("exposures.access_caption")));
        }

        if (findings.Location.Sensitivity.Rows.Count > 0)
        {
            blocks.Add(new TableBlock(findings.Location.Sensitivity.ToTable(), Sentence.Of("exposures.sensitivity_caption")));
        }

        if (findings.Location.Diseconomy is { } curve)
        {
            blocks.Add(new TableBlock(curve.ToTable(), Sentence.Of("exposures.diseconomy_caption")));
        }

        return new Section("exposures", blocks);
    }

    private static Table Compare(Findings findings)
    {
        (string Group, int[] Firms)[] groups = [("clustered", findings.Focus.ClusteredFirms), ("dispersed", findings.Focus.DispersedFirms)];
        Dictionary<string, string> names = findings.Matrix.Rows.ToDictionary(
            row => row.Id, row => row.Name, StringComparer.Ordinal);
        List<(string Term, string Group, int Firms, double Mean, double Error)> rows = [];
        foreach (Exposure exposure in findings.Exposures.Exposures)
        {
            foreach ((string group, int[] firms) in groups)
            {
                double[] known = [.. firms.Select(firm => exposure.Values[firm]).Where(value => !double.IsNaN(value))];
                if (known.Length >= LeastFirms)
                {
                    string name = names.TryGetValue(
                        exposure.AdvantageId,
                        out string? found) ? $"{exposure.AdvantageId} {found}" : exposure.AdvantageId;
                    rows.Add(
                        (name, group, known.Length, Sums.Mean(known), Math.Sqrt(Sums.Variance(known) / known.Length)));
                }
            }
        }

        return Table.Of(
            "exposure_means",
            Column.Of("term", rows.Select(row => (string?)row.Term), "Advantage", "Agglomeration advantage."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms."),
            Column.Of("n", rows.Select(row => row.Firms), "Firms", "", "Firms whose exposure is known."),
            Column.Of(
                "estimate", rows.Select(row => row.Mean), "Mean exposure", "share",
                "Mean rank-normalised exposure; 0.5 is the middle firm of all.", recommended: true),
            Column.Of(
                "conf_low", rows.Select(row => row.Mean - (NormalQuantiles.TwoSided95 * row.Error)), "Low", "share",
                "Lower limit, 95 %."),
            Column.Of(
                "conf_high", rows.Select(row => row.Mean + (NormalQuantiles.TwoSided95 * row.Error)), "High", "share",
                "Upper limit, 95 %."));
    }
}
