using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Scenarios.Sections;

/// <summary>Which parameters the variance of the gain of the first lever comes from.</summary>
internal static class VarianceSection
{
    private static readonly string[] Columns =
        ["term", "total", "total_conf_low", "total_conf_high", "first_order", "first_order_conf_low", "first_order_conf_high", "total_half", "first_order_half"];

    public static IEnumerable<Block> Of(PolicyStudyResult result)
    {
        bool isBelow = result.Simulation.BelowMinimum is not null;
        if (isBelow || result.Variance is not { } variance)
        {
            if (!result.IsBrief)
            {
                yield return new ParagraphBlock([Sentence.Of(isBelow ? "scenarios.variance_below" : "scenarios.variance_not_asked")], Tone.Caution);
            }

            yield break;
        }

        yield return new ParagraphBlock(
            [
                Sentence.Of(
                    "scenarios.variance_setup", ("lever", result.Simulation.NameOf(variance.Policy)), ("runs", variance.Runs), ("points", variance.Points),
                    ("parameters", variance.Indices.Variables.Count)),
                .. Greatest(variance),
                Sentence.Of(variance.IsSettled ? "scenarios.variance_settled" : "scenarios.variance_not_settled", ("change", variance.Indices.GreatestChange)),
            ],
            variance.IsSettled ? Tone.Finding : Tone.Caution);
        Sentence[] outside = [.. variance.Notes.Where(note => note.Code is "index-outside-range" or "constant-output" or "no-firm-left").Select(note => Sentence.Of("scenarios.note", ("text", note.Text)))];
        if (outside.Length > 0)
        {
            yield return new ListBlock(outside);
        }

        Table table = variance.ToTable();
        yield return new TableBlock(Table.Of(table.Name, [.. Columns.Select(column => table[column])]), Sentence.Of("scenarios.variance_caption"));
    }

    private static IEnumerable<Sentence> Greatest(GainVarianceResult variance)
    {
        if (!variance.IsSettled || variance.Indices.Total.Any(double.IsNaN))
        {
            yield break;
        }

        int most = Enumerable.Range(0, variance.Indices.Total.Count).MaxBy(i => variance.Indices.Total[i]);
        yield return Sentence.Of(
            "scenarios.variance_most", ("parameter", variance.Indices.Variables[most]), ("total", variance.Indices.Total[most]),
            ("low", variance.Indices.TotalConfLow[most]), ("high", variance.Indices.TotalConfHigh[most]), ("alone", variance.Indices.FirstOrder[most]));
    }
}
