using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>How far the main associations hang on choices that careful analysts make differently.</summary>
internal static class SpecificationSection
{
    public static Section Compose(Findings findings)
    {
        IReadOnlyList<SpecificationCurveResult> curves = findings.Integration?.AllowedCurves(findings.Gate) ?? [];
        if (curves.Count == 0)
        {
            return new Section("specifications", [new ParagraphBlock([Sentence.Of("specifications.none")], Tone.Caution)]);
        }

        return new Section("specifications",
        [
            new ParagraphBlock([Sentence.Of("specifications.reading")]),
            .. curves.SelectMany(curve => new Block[]
            {
                new ParagraphBlock([Said(curve), .. NotEstimated(curve)], Tone.Finding),
                Figure(curve),
            }),
            new ParagraphBlock([Sentence.Of("specifications.no_test")], Tone.Caution),
        ]);
    }

    private static Sentence Said(SpecificationCurveResult curve)
    {
        (string dimension, double range) = curve.Influence()[0];
        return Sentence.Of(
            "specifications.shares",
            ("outcome", curve.Outcome), ("term", NameOf(curve.Term)), ("count", curve.Estimated.Count), ("median", curve.Median),
            ("sign", curve.ShareOfSign), ("positive", curve.ShareClearlyPositive), ("negative", curve.ShareClearlyNegative),
            ("agree", curve.ShareAgreeing), ("dimension", dimension), ("range", range));
    }

    private static IEnumerable<Sentence> NotEstimated(SpecificationCurveResult curve) => curve.Refused.Count == 0 ? [] :
    [
        Sentence.Of("specifications.not_estimated", ("count", curve.Refused.Sum(refused => refused.Count))),
        .. curve.Refused.Select(refused => Sentence.Of($"specifications.refused_{Words.Of(refused.Reason)}", ("count", refused.Count))),
    ];

    private static string NameOf(string term) => term == "clustered" ? "being clustered" : "mean exposure to all advantages";

    private static FigureBlock Figure(SpecificationCurveResult curve)
    {
        Specification[] rows = [.. curve.Estimated.OrderBy(row => row.Estimate).ThenBy(row => row.High)];
        Table estimates = Table.Of(
            "specification_estimates",
            Column.Of("x", rows.Select((_, place) => place + 1), "Place", "", "Place in the order of size."),
            Column.Of("estimate", rows.Select(row => row.Estimate), "Association", "SD", "Standard deviations of the outcome."),
            Column.Of("conf_low", rows.Select(row => row.Low), "Low", "SD", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.High), "High", "SD", "Upper limit, 95 %."),
            Column.Of("group", rows.Select(row => (string?)Clear(row, curve.Options.Risk)), "Interval", "Whether the interval leaves out zero."));
        (int Place, string Choice, string Question)[] choices = [.. curve.Dimensions.SelectMany((dimension, i) => dimension.Choices.Select(choice => choice.Label)
            .Append(Specification.OfTheEstimator).SelectMany(
                label => Enumerable.Range(0, rows.Length).Where(place => rows[place].Labels[i] == label).Select(place => (place + 1, label, dimension.Name))))];
        Table made = Table.Of(
            "specification_choices",
            Column.Of("x", choices.Select(choice => choice.Place), "Specifications, by size of the estimate", "", "Place in the order of size."),
            Column.Of("term", choices.Select(choice => (string?)choice.Choice), "Choice", "The choice made."),
            Column.Of("group", choices.Select(choice => (string?)choice.Question), "Question", "What the choice is about."));
        return new FigureBlock(
            $"specifications_{curve.Outcome}", FigureKind.SpecificationCurve,
            new Dictionary<string, Table> { ["specifications"] = estimates, ["choices"] = made },
            Sentence.Of("specifications.caption", ("outcome", curve.Outcome), ("term", NameOf(curve.Term))),
            Sentence.Of("specifications.alt", ("count", rows.Length)));
    }

    private static string Clear(Specification row, double risk) =>
        row.PValue >= risk ? "includes zero" : row.Estimate > 0 ? "above zero" : "below zero";
}
