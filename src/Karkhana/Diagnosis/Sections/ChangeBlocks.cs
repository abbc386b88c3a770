using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What firms changed in products, processes and organisation: how often, how soon, at what cost, on whose
/// idea.</summary>
internal static class ChangeBlocks
{
    private const double MoreThanChance = 1.5; // dispersion from which the intervals are visibly too narrow
    private const double Level = 0.05;

    public static IEnumerable<Block> Compose(Findings findings)
    {
        if (findings.Learning is not { Changes: { } changes } learning || changes.Firms < SmallCells.LeastFirms)
        {
            return [new ParagraphBlock([Sentence.Of("learning.no_changes")], Tone.Caution)];
        }

        return
        [
            new ParagraphBlock([Sentence.Of(
                learning.ChangesBySurvey ? "learning.changes_survey" : "learning.changes_register", ("changes", changes.Changes),
                ("firms", changes.Firms), ("years", changes.FirmYears), ("first", Year(changes.FirstYear)), ("last", Year(changes.LastYear)))]),
            .. Comparisons(changes),
            new TableBlock(SmallCells.Suppress(Types(PublishedChanges.Rates(changes))), Sentence.Of("learning.rates_table")),
            .. Survival(changes),
            .. Cautions(findings, changes),
            .. Sources(changes),
            .. Costs(findings, changes),
            .. Innovations(changes),
        ];
    }

    // A year is no quantity: it has no thousands.
    private static string Year(int year) => FormattableString.Invariant($"{year}");

    private static IEnumerable<Block> Comparisons(TechnicalChangesResult changes)
    {
        Table published = PublishedChanges.Rates(changes);
        HashSet<string?> shown = [.. Enumerable.Range(0, published.RowCount)
            .Where(row => published.Texts("group")[row] != "all" && !double.IsNaN(published.Numbers("events")[row]))
            .Select(row => published.Texts("category")[row])];
        ChangeRate[] compared = [.. changes.Rates.Where(rate => rate is { By: "type", Groups: { } groups }
            && groups.Rates.All(group => group.Rows >= SmallCells.LeastFirms) && groups.Rates.Any(group => group.Events > 0) && shown.Contains(rate.Category))];
        foreach (ChangeRate rate in compared)
        {
            (GroupRate clustered, GroupRate dispersed) = (rate.Groups!.Rates[0], rate.Groups.Rates[1]);
            RateRatio ratio = rate.Ratio!;
            string key = rate.AdjustedPValue >= Level ? "learning.rate_alike"
                : clustered.Rate > dispersed.Rate ? "learning.rate_more" : "learning.rate_less";
            Sentence[] scaled = double.IsNaN(rate.RatioDispersion)
                ? [] : [Sentence.Of("learning.rate_scaled", ("dispersion", rate.RatioDispersion))];
            yield return new ParagraphBlock(
                [Sentence.Of(
                    key, ("type", rate.Category), ("clustered", 100 * clustered.Rate), ("dispersed", 100 * dispersed.Rate),
                    ("ratio", ratio.Estimate), ("low", ratio.Low), ("high", ratio.High), ("p", SummarySection.PValue(rate.AdjustedPValue))), .. scaled],
                key == "learning.rate_alike" ? Tone.Plain : Tone.Finding);
        }

        if (compared.Length > 0)
        {
            yield return new ParagraphBlock([Sentence.Of("learning.rates_sorting")], Tone.Caution);
        }
    }

    // Sources are told as shares below; their rates are in the table that is written.
    private static Table Types(Table rates)
    {
        int[] rows = [.. Enumerable.Range(0, rates.RowCount).Where(row => rates.Texts("by")[row] != "source")];
        string[] numbers = ["firms_with", "events", "exposure", "estimate", "conf_low", "conf_high", "ratio", "ratio_low", "ratio_high", "ratio_dispersion", "p_adjusted"];
        return Table.Of(
            "technical_change_rates",
            [
                .. new[] { "category", "group" }.Select(name => (Column)Column.Of(
                    name, rows.Select(row => rates.Texts(name)[row]), rates[name].Label, rates[name].Description)),
                Column.Of("n", rows.Select(row => (int)rates.Numbers("n")[row]), rates["n"].Label, "", rates["n"].Description),
                .. numbers.Select(name => (Column)Column.Of(
                    name, rows.Select(row => rates.Numbers(name)[row]), rates[name].Label, rates[name].Unit, rates[name].Description,
                    rates[name].Recommended)),
            ]);
    }

    private static IEnumerable<Block> Survival(TechnicalChangesResult changes)
    {
        List<(double X, double Y, string Group, string Panel)> steps = [.. PublishedChanges.Curves(changes).SelectMany(
            first => first.Curves.SelectMany(curve => Steps(curve.Value).Select(step => (step.X, step.Y, curve.Key, $"{first.Category} change"))))];
        if (steps.Count > 0)
        {
            Table curves = Table.Of(
                "first_change_curves",
                Column.Of("x", steps.Select(step => step.X), "Year of watching", "", "Years since the firm came under watch."),
                Column.Of("estimate", steps.Select(step => step.Y), "Share without", "share", "Share of the firms without such a change."),
                Column.Of("group", steps.Select(step => (string?)step.Group), "Firms", "Clustered or dispersed firms."),
                Column.Of("panel", steps.Select(step => (string?)step.Panel), "Change", "Kind of technical change."));
            yield return new FigureBlock(
                "first_change",
                FigureKind.CurvePanels,
                new Dictionary<string, Table> { ["curves"] = curves },
                Sentence.Of("learning.survival_caption"),
                Sentence.Of("learning.survival_alt", ("kinds", changes.FirstChanges.Count)));
        }

        yield return new TableBlock(PublishedChanges.Tests(changes), Sentence.Of("learning.tests_table"));
    }

    // The curve stands still between the years that are shown.
    private static IEnumerable<(double X, double Y)> Steps(SurvivalCurveResult curve)
    {
        if (curve.Times.Count == 0)
        {
            yield break;
        }

        double before = 1;
        yield return (0, before);
        for (int time = 0; time < curve.Times.Count; time++)
        {
            yield return (curve.Times[time], before);
            before = curve.Survival[time];
            yield return (curve.Times[time], before);
        }
    }

    private static IEnumerable<Block> Cautions(Findings findings, TechnicalChangesResult changes)
    {
        if (findings.Study.Firms.Founded.Length == 0)
        {
            yield return new ParagraphBlock([Sentence.Of("learning.no_founding", ("first", Year(changes.FirstYear)))], Tone.Caution);
        }

        double greatest = changes.Rates.Where(rate => rate.By != "source").Select(rate => rate.All.Rates[0].Dispersion)
            .Where(double.IsFinite).DefaultIfEmpty(1).Max();
        if (greatest > MoreThanChance)
        {
            yield return new ParagraphBlock([Sentence.Of("learning.overdispersed", ("dispersion", greatest))], Tone.Caution);
        }

        if (changes.LeftOut > 0)
        {
            yield return new ParagraphBlock([Sentence.Of("learning.left_out", ("changes", changes.LeftOut))], Tone.Caution);
        }
    }

    private static IEnumerable<Block> Sources(TechnicalChangesResult changes)
    {
        Table sources = PublishedChanges.Sources(changes);
        if (sources.RowCount == 0 || sources.Numbers("estimate").ToArray().All(double.IsNaN))
        {
            yield return new ParagraphBlock([Sentence.Of("learning.no_sources")], Tone.Caution);
            yield break;
        }

        // Sources come in the order of their changes; where the first is hidden, nothing is said of which leads.
        if (!double.IsNaN(sources.Numbers("estimate")[0]))
        {
            yield return new ParagraphBlock(
                [Sentence.Of(
                    "learning.leading_source", ("source", sources.Texts("term")[0]), ("share", sources.Numbers("estimate")[0]),
                    ("low", sources.Numbers("conf_low")[0]), ("high", sources.Numbers("conf_high")[0]),
                    ("changes", changes.Sources!.Total), ("all", changes.Changes))],
                Tone.Finding);
        }

        yield return new FigureBlock(
            "innovation_sources",
            FigureKind.Bars,
            new Dictionary<string, Table>
            {
                ["bars"] = Table.Of(
                    "source_bars",
                    [
                        .. new[] { "term", "estimate", "conf_low", "conf_high" }.Select(name => sources[name]),
                        Column.Of("group", sources.Texts("term").Select(_ => (string?)"all changes"), "Changes", "Which changes."),
                    ]),
            },
            Sentence.Of("learning.sources_caption"),
            Sentence.Of("learning.sources_alt", ("sources", sources.RowCount)));
        yield return new ParagraphBlock(
            [Sentence.Of("learning.sources_independent", ("changes", changes.Sources!.Total), ("firms", changes.FirmsWithSource))],
            Tone.Caution);
    }

    private static IEnumerable<Block> Costs(Findings findings, TechnicalChangesResult changes)
    {
        if (changes.Costs.Any(cost => cost.Firms >= SmallCells.LeastFirms))
        {
            yield return new TableBlock(
                PublishedChanges.Costs(changes),
                Sentence.Of("learning.costs_table", ("currency", findings.Study.Settings.Currency)));
        }
    }

    private static IEnumerable<Block> Innovations(TechnicalChangesResult changes)
    {
        if (changes.Innovations is { Firms.Count: >= SmallCells.LeastFirms } index)
        {
            yield return new ParagraphBlock([Sentence.Of(
                "learning.innovation_index", ("firms", index.Firms.Count), ("years", changes.InnovationWindow),
                ("mean", index.Firms.Average(firm => firm.Index)),
                ("without", index.Firms.Count(firm => firm.Count == 0) / (double)index.Firms.Count),
                ("scored", changes.Scored), ("changes", changes.Changes))]);
        }
    }
}
