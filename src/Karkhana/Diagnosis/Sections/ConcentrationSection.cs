using Karkhana.Agglomeration;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Whether this is a cluster, at which distance, and how other industries compare.</summary>
internal static class ConcentrationSection
{
    private const int TopPlaces = 15;
    private const int LeastPlants = 10;

    public static Section Compose(Findings findings)
    {
        if (findings.Concentration is not { } concentration)
        {
            return new Section(
                "concentration", [new ParagraphBlock([Sentence.Of("concentration.one_industry")], Tone.Caution)]);
        }

        List<Block> blocks = [new ParagraphBlock([SummarySection.Verdict(findings)], Tone.Finding)];
        if (concentration.Find(findings.Focus.Industry) is { Test: not null } finding)
        {
            blocks.Add(Curve(finding));
            blocks.Add(new ParagraphBlock([Sentence.Of("concentration.curve_reading")]));
            blocks.AddRange(DensityCurve.Compose(findings));
        }

        int tested = concentration.Findings.Count(item => item.Test is not null);
        blocks.Add(new ParagraphBlock([tested == 0
            ? Sentence.Of("concentration.none_tested")
            : Sentence.Of(
                "concentration.league",
                ("tested", tested),
                ("clustered", concentration.Count(IndustryVerdict.Clustered)),
                ("dispersed", concentration.Count(IndustryVerdict.Dispersed)),
                ("neither", concentration.Count(IndustryVerdict.NoDeparture)),
                ("unknown", concentration.Count(IndustryVerdict.CannotTell)),
                ("few", concentration.Count(IndustryVerdict.TooFew)),
                ("replicates", concentration.Replicates))]));
        blocks.Add(new TableBlock(concentration.ToTable(), Sentence.Of("concentration.league_caption")));
        if (findings.LocationQuotients is not null)
        {
            Table places = Places(findings);
            if (places.RowCount > 0)
            {
                blocks.Add(new TableBlock(places, Sentence.Of(
                    "concentration.places_caption", ("industry", findings.Focus.Industry), ("least", LeastPlants))));
            }
        }

        if (findings.EllisonGlaeser is not null)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("concentration.two_measures")]));
            blocks.Add(new TableBlock(
                findings.EllisonGlaeser.ToTable(), Sentence.Of("concentration.ellison_glaeser_caption")));
        }

        return new Section("concentration", blocks);
    }

    private static FigureBlock Curve(IndustryFinding finding)
    {
        Table test = finding.Test!.ToTable();
        Table curve = Table.Of(
            "m_curve",
            [
                Column.Of(
                    "distance", test.Numbers("distance").Select(metres => metres / 1000), "Distance", "km",
                    "Radius of the neighbourhood."),
                .. new[] { "estimate", "pointwise_low", "pointwise_high", "global_low", "global_high" }.Select(name => test[name]),
                Column.Of(
                    "benchmark", Enumerable.Repeat(1.0, test.RowCount), "No concentration", "ratio",
                    "M of an industry that follows all establishments."),
                Column.Of(
                    "group", Enumerable.Repeat((string?)finding.Industry, test.RowCount), "Industry",
                    "Industry of the curve."),
            ]);
        string key = finding.Verdict switch
        {
            IndustryVerdict.Clustered => "concentration.curve_clustered",
            IndustryVerdict.Dispersed => "concentration.curve_dispersed",
            IndustryVerdict.NoDeparture => "concentration.curve_no_departure",
            _ => "concentration.curve_cannot_tell",
        };
        return new FigureBlock(
            "m_curve",
            FigureKind.CurveWithBand,
            new Dictionary<string, Table>
            {
                ["curve"] = curve,
                ["marks"] = Marks(finding),
            },
            Sentence.Of(key, ("industry", finding.Industry), ("metres", finding.PeakDistance)),
            Sentence.Of(
                "concentration.curve_alt", ("industry", finding.Industry), ("m", finding.PeakM),
                ("metres", finding.PeakDistance)));
    }

    // The peak, where the test found one.
    private static Table Marks(IndustryFinding finding)
    {
        double[] at = finding.Verdict is IndustryVerdict.Clustered or IndustryVerdict.Dispersed ? [finding.PeakDistance / 1000] : [];
        return Table.Of(
            "m_curve_marks",
            Column.Of("distance", at, "Distance", "km", "Distance of the note."),
            Column.Of(
                "label", at.Select(distance => (string?)FormattableString.Invariant($"{finding.PeakM:0.##} within {distance:0.###} km")), "Note", "What is noted."));
    }

    private static Table Places(Findings findings)
    {
        Table all = findings.LocationQuotients!.ToTable();
        IReadOnlyList<string?> regions = all.Texts("region");
        IReadOnlyList<string?> industries = all.Texts("industry");
        Dictionary<string, int> plants = findings.Focus.Firms.GroupBy(
            firm => findings.Study.Firms.Places[firm]).ToDictionary(group => group.Key, group => group.Count());
        int[] rows = [.. Enumerable.Range(0, all.RowCount)
            .Where(row => industries[row] == findings.Focus.Industry && plants.GetValueOrDefault(regions[row]!) >= LeastPlants)
            .OrderByDescending(row => all.Numbers("estimate")[row]).Take(TopPlaces)];
        return Table.Of(
            "places",
            Column.Of("region", rows.Select(row => regions[row]), "Place", "Place of the register."),
            Column.Of(
                "n", rows.Select(row => plants[regions[row]!]), "Establishments", "",
                "Establishments of the industry."),
            Column.Of(
                "estimate", rows.Select(row => all.Numbers("estimate")[row]), "Location quotient", "ratio",
                "Share of the industry here over its share everywhere.", recommended: true),
            Column.Of(
                "conf_low", rows.Select(row => all.Numbers("conf_low")[row]), "Low", "ratio", "Lower limit, 95 %."),
            Column.Of(
                "conf_high", rows.Select(row => all.Numbers("conf_high")[row]), "High", "ratio", "Upper limit, 95 %."));
    }
}
