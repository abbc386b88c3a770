using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Methods.Spatial;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The K-density of the industry in focus with its bands, and the league of all industries by it.</summary>
internal static class DensityCurve
{
    public static IEnumerable<Block> Compose(Findings findings)
    {
        if (findings.Location.Density is not { } density
            || density.Find(findings.Focus.Industry) is not { Curve: not null } finding)
        {
            yield break;
        }

        yield return Figure(finding);
        yield return new ParagraphBlock([Sentence.Of("concentration.density_reading")]);
        yield return new TableBlock(
            Ranked(density).ToTable(), Sentence.Of("concentration.density_league", ("replicates", density.Replicates)));
    }

    // The clearest first; those that were not tested last.
    private static RegisterScanResult Ranked(RegisterScanResult density) => density with
    {
        Findings = [.. density.Findings
            .OrderBy(finding => finding.Verdict)
            .ThenByDescending(finding => Math.Abs(double.IsNaN(finding.Deviation) ? 0 : finding.Deviation))
            .ThenBy(finding => finding.Industry, StringComparer.Ordinal)],
    };

    private static FigureBlock Figure(ScanFinding finding)
    {
        ScanCurve curve = finding.Curve!;
        IEnumerable<double> PerKilometre(IReadOnlyList<double> values) => values.Select(value => value * 1000);
        Table table = Table.Of(
            "kd_curve",
            Column.Of("distance", curve.Distances.Select(metres => metres / 1000), "Distance of two establishments", "km", "Distance of two establishments."),
            Column.Of("estimate", PerKilometre(curve.Observed), "Kd", "per km", "Density of the distances between establishments.", recommended: true),
            Column.Of("pointwise_low", PerKilometre(curve.PointwiseLower), "Pointwise lower", "per km", "Lower limit at this distance alone."),
            Column.Of("pointwise_high", PerKilometre(curve.PointwiseUpper), "Pointwise upper", "per km", "Upper limit at this distance alone."),
            Column.Of("global_low", PerKilometre(curve.GlobalLower), "Global lower", "per km", "Lower limit for the whole curve."),
            Column.Of("global_high", PerKilometre(curve.GlobalUpper), "Global upper", "per km", "Upper limit for the whole curve."),
            Column.Of("benchmark", curve.Distances.Select(_ => double.NaN), "No benchmark", "per km", "Kd has no single benchmark; the band takes its place."),
            Column.Of("group", curve.Distances.Select(_ => (string?)finding.Industry), "Industry", "Industry of the curve."));
        Table marks = Table.Of(
            "kd_curve_marks",
            Column.Of("distance", [finding.Bandwidth / 1000], "Distance", "km", "Distance of the note."),
            Column.Of("label", [FormattableString.Invariant($"bandwidth {finding.Bandwidth / 1000:0.##} km")], "Note", "What is noted."));
        string above = Ranges(curve, curve.Localisation);
        string below = Ranges(curve, curve.Dispersion);
        string key = (finding.Verdict, above.Length > 0, below.Length > 0) switch
        {
            (ScanVerdict.Localised, true, _) => "concentration.density_localised",
            (ScanVerdict.Dispersed, _, true) => "concentration.density_dispersed",
            (ScanVerdict.Localised, _, _) => "concentration.density_localised_somewhere",
            (ScanVerdict.Dispersed, _, _) => "concentration.density_dispersed_somewhere",
            (ScanVerdict.NoDeparture, true, _) or (ScanVerdict.NoDeparture, _, true) => "concentration.density_band_only",
            (ScanVerdict.NoDeparture, _, _) => "concentration.density_no_departure",
            _ => "concentration.density_cannot_tell",
        };
        return new FigureBlock(
            "kd_curve",
            FigureKind.CurveWithBand,
            new Dictionary<string, Table> { ["curve"] = table, ["marks"] = marks },
            Sentence.Of(key, ("industry", finding.Industry), ("ranges", finding.Verdict == ScanVerdict.Dispersed ? below : above)),
            Sentence.Of("concentration.density_alt", ("industry", finding.Industry), ("to", curve.Distances[^1] / 1000)));
    }

    // The runs of distances at which the index is positive, in km: "0–14, 72–78".
    private static string Ranges(ScanCurve curve, IReadOnlyList<double> index)
    {
        List<string> ranges = [];
        for (int r = 0; r < index.Count; r++)
        {
            int first = r;
            while (r < index.Count && index[r] > 0)
            {
                r++;
            }

            if (r > first)
            {
                ranges.Add(FormattableString.Invariant($"{curve.Distances[first] / 1000:0.#}–{curve.Distances[r - 1] / 1000:0.#}"));
            }
        }

        return string.Join(", ", ranges);
    }
}
