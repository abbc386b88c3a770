using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Clustered firms beside dispersed firms that are alike in what was measured.</summary>
internal static class ComparisonSection
{
    private const string Capability = Constructs.Capability;
    private const double WeakComparison = 30;

    public static Section Compose(Findings findings)
    {
        if (findings.Integration?.Comparison is not { } comparison || !findings.Gate.Allows("cluster-raises-capability"))
        {
            return new Section("comparison", [new ParagraphBlock([Sentence.Of("comparison.none")], Tone.Caution)]);
        }

        ComparisonEstimate? main = comparison.Main(Capability);
        if (main?.Gap is null)
        {
            return new Section("comparison", [new ParagraphBlock([Sentence.Of("comparison.impossible", ("reason", main?.Reason ?? ""))], Tone.Caution)]);
        }

        List<Block> blocks =
        [
            new ParagraphBlock([.. Said(main, comparison)], Tone.Finding),
            Figure(comparison),
            new ParagraphBlock([Sentence.Of(
                "comparison.reading", ("covariates", string.Join(", ", comparison.Covariates.Select(name => name.Replace('_', ' ')))))]),
            new ParagraphBlock([Balance(comparison), .. Sensitivity(comparison)]),
            new ParagraphBlock([.. Kinds(comparison, findings.Integration!.Sample)]),
        ];
        if (main.EffectiveDispersed < WeakComparison)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("comparison.weak", ("effective", main.EffectiveDispersed))], Tone.Caution));
        }

        blocks.Add(new TableBlock(comparison.ToSensitivity(), Sentence.Of("comparison.sensitivity_table")));
        return new Section("comparison", blocks);
    }

    // Where places are few the interval alone is not what is told: their permutation must say so too, as in hypothesis H1.
    private static IEnumerable<Sentence> Said(ComparisonEstimate main, ClusterComparisonResult comparison)
    {
        yield return Sentence.Of(
            main.IsClear ? "comparison.gap" : "comparison.gap_unclear",
            ("clustered", main.Clustered), ("dispersed", main.Dispersed), ("estimate", main.Estimate), ("low", main.Low), ("high", main.High))
            .Claiming("cluster-raises-capability");
        if (!main.IsClear && (main.Low > 0 || main.High < 0))
        {
            yield return Sentence.Of("comparison.few_places", ("p", SummarySection.PValue(main.PermutationPValue)))
                .Claiming("cluster-raises-capability");
        }

        if (main.Imputed > 0)
        {
            yield return Sentence.Of("comparison.imputed", ("imputed", main.Imputed));
        }

        string[] apart = [.. Rows(comparison).Where(row => !row.IsBalanced && !double.IsNaN(row.After)).Select(row => row.Covariate.Replace('_', ' '))];
        if (apart.Length > 0)
        {
            yield return Sentence.Of("comparison.not_alike", ("count", apart.Length), ("covariates", string.Join(", ", apart)));
        }
    }

    private static ComparisonBalance[] Rows(ClusterComparisonResult comparison) => [.. comparison.Balance.Where(row =>
        row.Outcome == Capability && row.Estimator == ComparisonEstimator.AugmentedWeighting)];

    // Dispersed firms of different kinds are different comparisons; where all are of one kind the reader must know which.
    private static IEnumerable<Sentence> Kinds(ClusterComparisonResult comparison, LearningSample sample)
    {
        string[] kinds = [.. sample.Settings.Where((setting, row) => setting.Length > 0 && !sample.Clustered[row]).Distinct().Order(StringComparer.Ordinal)];
        if (kinds.Length == 1)
        {
            yield return Sentence.Of("comparison.one_kind", ("kind", kinds[0].Replace('_', ' ')));
        }

        foreach (string kind in kinds.Length < 2 ? [] : kinds)
        {
            ComparisonEstimate? group = comparison.Find(Capability, $"dispersed {kind}", ComparisonEstimator.AugmentedWeighting);
            yield return group?.Gap is null || group.Dispersed < SmallCells.LeastFirms || group.Clustered < SmallCells.LeastFirms
                ? Sentence.Of("comparison.kind_untold", ("kind", kind.Replace('_', ' '))).Claiming("cluster-raises-capability")
                : Sentence.Of(
                    "comparison.kind", ("kind", kind.Replace('_', ' ')), ("dispersed", group.Dispersed), ("estimate", group.Estimate), ("low", group.Low),
                    ("high", group.High)).Claiming("cluster-raises-capability");
        }
    }

    private static Sentence Balance(ClusterComparisonResult comparison)
    {
        ComparisonBalance[] rows = Rows(comparison);
        return Sentence.Of(
            "comparison.balance",
            ("before", rows.Count(row => Math.Abs(row.Before) >= ComparisonBalance.Threshold)),
            ("after", rows.Count(row => !row.IsBalanced)), ("all", rows.Length));
    }

    private static IEnumerable<Sentence> Sensitivity(ClusterComparisonResult comparison)
    {
        if (comparison.Sensitivity.FirstOrDefault(row => row.Outcome == Capability) is { } sensitivity)
        {
            yield return Sentence.Of(
                "comparison.sensitivity", ("gamma", sensitivity.CriticalGamma), ("e", sensitivity.EValueLimit));
            yield return Sentence.Of(
                sensitivity.ShowsSorting ? "comparison.sorting" : "comparison.no_sorting",
                ("moved", sensitivity.MovedByAdjusting.Estimate), ("low", sensitivity.MovedByAdjusting.Low), ("high", sensitivity.MovedByAdjusting.High));
        }
    }

    private static FigureBlock Figure(ClusterComparisonResult comparison)
    {
        ComparisonEstimate[] rows = [.. comparison.Estimates.Where(row => row.Gap is not null
            && row.Group == comparison.Main(Capability)!.Group && row.Outcome == Capability)];
        Table table = Table.Of(
            "comparison_estimators",
            Column.Of("term", rows.Select(row => (string?)Words.Spaced(row.Estimator)), "Estimator", "How firms were made comparable."),
            Column.Of("estimate", rows.Select(row => row.Estimate), "Clustered less dispersed", "SD", "Difference in capability."),
            Column.Of("conf_low", rows.Select(row => row.Low), "Low", "SD", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.High), "High", "SD", "Upper limit, 95 %."),
            Column.Of("model", rows.Select(row => (string?)row.Outcome), "Outcome", "What is compared."));
        return new FigureBlock(
            "cluster_comparison", FigureKind.CoefficientPlot, new Dictionary<string, Table> { ["coefficients"] = table },
            Sentence.Of("comparison.caption"), Sentence.Of("comparison.alt", ("estimators", rows.Length)));
    }
}
