using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What the checks of the scales say, and what they cannot say.</summary>
internal static class ScaleDiagnosticsBlocks
{
    private const int MostItems = 15;

    public static IReadOnlyList<Block> Of(ScaleDiagnosticsResult result)
    {
        ScaleCheck[] judged = [.. result.Checks.Where(check => check.Verdict != ScaleVerdict.CannotTell)];
        List<Block> blocks =
        [
            new ParagraphBlock([Sentence.Of(
                "measurement.checks", ("judged", judged.Length), ("met", judged.Count(check => check.Verdict == ScaleVerdict.Met)),
                ("unmet", judged.Count(check => check.Verdict == ScaleVerdict.NotMet)))]),
        ];
        foreach (IGrouping<string, ScaleCheck> scale in judged.GroupBy(check => check.Construct))
        {
            ScaleSentences said = new([.. scale], result.Differences.FirstOrDefault(found => found.Construct == scale.Key));
            blocks.AddRange(new[] { said.Reliability(), said.Fit(), said.Comparison() }
                .Where(sentences => sentences.Count > 0).Select(sentences => new ParagraphBlock(sentences)));
        }

        if (result.Pairs.Count > 0)
        {
            blocks.Add(new ParagraphBlock([.. result.Pairs.Select(Pair)]));
            blocks.Add(new TableBlock(SmallCells.Suppress(result.ToDiscriminantValidity()), Sentence.Of("measurement.pairs_caption")));
        }

        if (judged.Length < result.Checks.Count)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("measurement.cannot_tell")], Tone.Caution));
            blocks.Add(new ListBlock([.. result.Checks.Where(check => check.Verdict == ScaleVerdict.CannotTell)
                .GroupBy(check => (check.Construct, check.Obstacle, check.Firms, check.FirmsNeeded, Rests(check.Kind)))
                .Select(alike => Unknown([.. alike]))]));
        }

        blocks.Add(new TableBlock(Known(result), Sentence.Of("measurement.scales_caption")));
        if (result.Differences.Count > 0)
        {
            blocks.Add(new TableBlock(Foremost(result).ToDifferentialItems(), Sentence.Of("measurement.items_caption")));
        }

        return blocks;
    }

    public static Table[] Tables(ScaleDiagnosticsResult result) =>
    [
        SmallCells.Suppress(result.ToTable()),
        .. result.Differences.Count == 0 ? Array.Empty<Table>() : [result.ToDifferentialItems()],
        .. result.Pairs.Count == 0 ? Array.Empty<Table>() : [SmallCells.Suppress(result.ToDiscriminantValidity())],
    ];

    // What cannot be told is listed in words above; the file of the table has all rows.
    private static Table Known(ScaleDiagnosticsResult result)
    {
        Table table = (result with { Checks = [.. result.Checks.Where(check => check.Verdict != ScaleVerdict.CannotTell)] }).ToTable();
        return SmallCells.Suppress(Table.Of(table.Name, [.. table.Columns.Where(column => column.Name is not ("reason" or "n_needed"))]));
    }

    private static ScaleDiagnosticsResult Foremost(ScaleDiagnosticsResult result) => result with
    {
        Differences = [.. result.Differences.Select(scale => scale with
        {
            Items = [.. scale.Items.OrderBy(item => double.IsNaN(item.AdjustedPValue) ? 1 : item.AdjustedPValue)
                .ThenBy(item => item.Item, StringComparer.Ordinal).Take(MostItems / result.Differences.Count)],
        })],
    };

    private static Sentence Pair(ConstructPair pair)
    {
        int needed = new ScaleDiagnosticsOptions().LeastForCorrelation;
        return Sentence.Of(
            pair.Distinction switch
            {
                ConstructDistinction.Distinct => "measurement.pair_distinct",
                ConstructDistinction.Undecided => "measurement.pair_undecided",
                ConstructDistinction.NotDistinct => "measurement.pair_not_distinct",
                _ => pair.Firms < needed ? "measurement.pair_too_few" : "measurement.pair_undefined",
            },
            ("first", ScaleSentences.Capital(pair.First)), ("second", ScaleSentences.Spaced(pair.Second)), ("ratio", pair.Ratio),
            ("high", pair.ConfHigh), ("needed", needed));
    }

    private static Sentence Unknown(ScaleCheck[] checks) => Sentence.Of(
        checks[0].Obstacle switch
        {
            ScaleObstacle.TooFewFirms => TooFew(checks[0]),
            ScaleObstacle.TooFewItems => "measurement.obstacle_too_few_items",
            ScaleObstacle.NoLatentModel => "measurement.obstacle_no_latent_model",
            ScaleObstacle.ItemsNotOrdered => "measurement.obstacle_items_not_ordered",
            ScaleObstacle.NoAmounts => "measurement.obstacle_no_amounts",
            ScaleObstacle.NoWage => "measurement.obstacle_no_wage",
            ScaleObstacle.NoEmployment => "measurement.obstacle_no_employment",
            _ => "measurement.obstacle_not_estimable",
        },
        ("construct", ScaleSentences.Capital(checks[0].Construct)), ("checks", string.Join(", ", checks.Select(check => Words.Spaced(check.Kind)))),
        ("firms", checks[0].Firms), ("needed", checks[0].FirmsNeeded ?? 0));

    private static string TooFew(ScaleCheck check) =>
        check.Firms is > 0 and < SmallCells.LeastFirms ? "measurement.too_few_hidden"
        : Rests(check.Kind) switch
        {
            FirmBasis.SmallerGroup => "measurement.too_few_in_group",
            FirmBasis.SmallerCompleteGroup => "measurement.too_few_in_complete_group",
            FirmBasis.Complete => "measurement.too_few_complete",
            _ => "measurement.too_few_firms",
        };

    private static FirmBasis Rests(ScaleCheckKind kind) => kind switch
    {
        ScaleCheckKind.DifferentialItems or ScaleCheckKind.DifferentialImpact => FirmBasis.SmallerGroup,
        ScaleCheckKind.Invariance => FirmBasis.SmallerCompleteGroup,
        ScaleCheckKind.MonetisedEffort or ScaleCheckKind.LadderIndex => FirmBasis.Firms,
        _ => FirmBasis.Complete,
    };

    // Which firms the number of a check counts.
    private enum FirmBasis
    {
        Firms,
        Complete,
        SmallerGroup,
        SmallerCompleteGroup,
    }
}
