using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>How exposures are associated with effort and capability, other things held equal.</summary>
internal static class EstimateSection
{
    private const double Risk = 0.05;

    public static Section Compose(Findings findings)
    {
        if (findings.Regressions is not { Estimates.Count: > 0 } regressions)
        {
            return new Section("estimates", [new ParagraphBlock([Sentence.Of("estimates.none")], Tone.Caution)]);
        }

        List<Block> blocks =
        [
            .. GapSentences(findings).Select(sentence => new ParagraphBlock([sentence], Tone.Finding)),
            Coefficients(regressions, findings),
            new ParagraphBlock(
            [
                Sentence.Of(
                    "estimates.reading", ("controls", string.Join(", ", regressions.Controls.Select(control => ControlName(control, findings)))),
                    ("least", regressions.Estimates.Min(row => row.Firms)),
                    ("most", regressions.Estimates.Max(row => row.Firms)),
                    ("surveyed", findings.Study.Survey!.Respondents),
                    ("places", regressions.Places)),
                Sentence.Of("estimates.status_held"),
                Sentence.Of(regressions.Errors switch
                {
                    ErrorDependence.InSpace => "estimates.in_space",
                    ErrorDependence.WithinPlaces => "estimates.by_place",
                    _ => "estimates.robust",
                }),
            ]),
        ];
        if (regressions.Estimates.Any(row => !double.IsNaN(row.WildPValue)))
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("estimates.wild", ("places", regressions.Places))]));
        }

        if (regressions.Notes.Count > 0)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("estimates.few_places")], Tone.Caution));
        }

        LearningEstimate[] found = [.. regressions.Estimates.Where(estimate => estimate.AdjustedPValue <= Risk)];
        blocks.Add(found.Length == 0
            ? new ParagraphBlock([Sentence.Of("estimates.nothing_found")], Tone.Finding)
            : new ListBlock([.. found.Select(estimate => Said(estimate, findings))]));
        blocks.Add(new ParagraphBlock([Sentence.Of("estimates.sorting")], Tone.Caution));
        blocks.Add(new TableBlock(Allowed(regressions, findings).ToTable(), Sentence.Of("estimates.table_caption")));
        return new Section("estimates", blocks);
    }

    /// <summary>Leaves out the comparison of clustered and dispersed firms where the gate does not allow it.</summary>
    public static LearningRegressionsResult Allowed(LearningRegressionsResult regressions, Findings findings) =>
        findings.Gate.Allows("cluster-raises-capability")
            ? regressions
            : regressions with
            {
                Estimates = [.. regressions.Estimates.Where(
                    estimate => !estimate.Model.StartsWith("capability_gap", StringComparison.Ordinal))],
            };

    public static IEnumerable<Sentence> GapSentences(Findings findings)
    {
        LearningEstimate? plain = findings.Regressions?.Find("capability_gap", "clustered");
        LearningEstimate? adjusted = findings.Regressions?.Find("capability_gap_adjusted", "clustered");
        if (plain is null || adjusted is null)
        {
            yield break;
        }

        // The section on the comparison and this one say the same: a difference is told where neither leaves it open.
        bool clear = (adjusted.Low > 0 || adjusted.High < 0) && adjusted.JudgedPValue <= Risk
            && findings.Integration?.Comparison?.Main(Constructs.Capability) is not { Gap: not null, IsClear: false };
        yield return Sentence.Of(
            clear ? "estimates.gap" : "estimates.gap_unclear",
            ("firms", plain.Firms),
            ("plain", plain.Estimate),
            ("plain_low", plain.Low),
            ("plain_high", plain.High),
            ("adjusted", adjusted.Estimate),
            ("low", adjusted.Low),
            ("high", adjusted.High)).Claiming("cluster-raises-capability");
    }

    private static Sentence Said(LearningEstimate estimate, Findings findings) => Sentence.Of(
        $"estimates.{estimate.Model}_{(estimate.Estimate > 0 ? "more" : "less")}",
        ("advantage", Name(estimate.Term, findings)),
        ("estimate", estimate.Estimate),
        ("low", estimate.Low),
        ("high", estimate.High),
        ("p", SummarySection.PValue(estimate.AdjustedPValue))).Claiming("advantage-profile");

    /// <summary>Gives what a control is called: the label of its item where it is one.</summary>
    public static string ControlName(string control, Findings findings)
    {
        SurveyItem? item = findings.Study.Survey?.Items.FirstOrDefault(entry => entry.Id == control);
        return item is not null && item.Labels.TryGetValue("en", out string? label)
            ? $"{char.ToLowerInvariant(label[0])}{label[1..]} ({control})"
            : control.Replace('_', ' ');
    }

    private static string Name(string term, Findings findings) =>
        findings.Matrix.Rows.FirstOrDefault(row => row.Id == term) is { } row ? $"{row.Name.ToLowerInvariant()} ({term})" : term;

    private static FigureBlock Coefficients(LearningRegressionsResult regressions, Findings findings)
    {
        LearningEstimate[] rows = [.. regressions.Estimates.Where(
            estimate => estimate.Model is "effort" or "capability")];
        Table table = Table.Of(
            "coefficients",
            Column.Of("term", rows.Select(row => (string?)(findings.Matrix.Rows.FirstOrDefault(entry => entry.Id == row.Term) is { } entry ? $"{entry.Id} {entry.Name}" : row.Term)), "Term", "Advantage or other term."),
            Column.Of(
                "estimate", rows.Select(row => row.Estimate), "Association", "SD",
                "Standard deviations of the outcome.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Low), "Low", "SD", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.High), "High", "SD", "Upper limit, 95 %."),
            Column.Of("model", rows.Select(row => (string?)row.Model), "Outcome", "Effort or capability."));
        return new FigureBlock(
            "coefficients",
            FigureKind.CoefficientPlot,
            new Dictionary<string, Table> { ["coefficients"] = table },
            Sentence.Of("estimates.caption"),
            Sentence.Of("estimates.alt", ("count", rows.Length)));
    }
}
