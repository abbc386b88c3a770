using System.Globalization;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>The location of all industries of a register.</summary>
/// <param name="Findings">One per industry and statistic, by statistic and name.</param>
/// <param name="Replicates">The number of draws.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RegisterScanResult(
    IReadOnlyList<ScanFinding> Findings, int Replicates, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <summary>Finds an industry.</summary>
    /// <param name="industry">The industry.</param>
    /// <param name="statistic">Kd or the M function.</param>
    /// <returns>The finding, or null.</returns>
    public ScanFinding? Find(string industry, ScanStatistic statistic = ScanStatistic.Kd) =>
        Findings.FirstOrDefault(finding => finding.Industry == industry && finding.Statistic == statistic);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new MeasureOutputs()
            .Vector("industry", Findings.Select(finding => (string?)finding.Industry))
            .Vector("statistic", Findings.Select(finding => (string?)Words.Of(finding.Statistic)))
            .Vector("points", Findings.Select(finding => finding.Points))
            .Vector("method", Findings.Select(finding => (string?)Words.Of(finding.Method)))
            .Vector("verdict", Findings.Select(finding => (string?)Words.Of(finding.Verdict)))
            .Vector("p_value", Findings.Select(finding => finding.PValue))
            .Vector("adjusted_p_value", Findings.Select(finding => finding.AdjustedPValue))
            .Vector("peak_distance", Findings.Select(finding => finding.PeakDistance))
            .Vector("bandwidth", Findings.Select(finding => finding.Bandwidth));
        Add(outputs, "kd", [.. Findings.Where(finding => finding.Curve is not null && finding.Statistic == ScanStatistic.Kd)]);
        Add(outputs, "m", [.. Findings.Where(finding => finding.Curve is not null && finding.Statistic == ScanStatistic.MFunction)]);
        return outputs;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "register_scan",
        Column.Of("industry", Findings.Select(finding => (string?)finding.Industry), "Industry", "Industry of the register."),
        Column.Of("statistic", Findings.Select(finding => (string?)Words.Of(finding.Statistic)), "Statistic", "kd or m_function."),
        Column.Of("n", Findings.Select(finding => finding.Points), "Establishments", "", "Establishments of the industry."),
        Column.Of(
            "verdict", Findings.Select(finding => (string?)Words.Of(finding.Verdict)), "Verdict",
            "localised, dispersed, no_departure, cannot_tell or too_few."),
        Column.Of(
            "distance", Findings.Select(finding => finding.PeakDistance), "Strongest at", "m",
            "Distance at which the curve departs most from its global band."),
        Column.Of(
            "statistic_z", Findings.Select(finding => finding.Deviation), "Deviation", "",
            "Strongest departure in standard deviations of the draws.", recommended: true),
        Column.Of("p_value", Findings.Select(finding => finding.PValue), "p", "", "p-value of the whole curve."),
        Column.Of(
            "adjusted_p_value", Findings.Select(finding => finding.AdjustedPValue), "Adjusted p", "",
            "The same, corrected for the number of industries."),
        Column.Of(
            "method", Findings.Select(finding => (string?)Words.Of(finding.Method)), "Method",
            "exact: all pairs; gridded: draws counted in cells; none: not tested."));

    /// <summary>Gives the curves of all tested industries, one row per industry, statistic and distance.</summary>
    /// <returns>The table <c>register_curves</c>.</returns>
    public Table ToCurves()
    {
        (ScanFinding Finding, int At)[] rows = [.. Findings.Where(finding => finding.Curve is not null)
            .SelectMany(finding => Enumerable.Range(0, finding.Curve!.Distances.Count).Select(at => (finding, at)))];
        NumberColumn Of(string name, Func<ScanCurve, IReadOnlyList<double>> values, string label, string description) =>
            Column.Of(name, rows.Select(row => values(row.Finding.Curve!)[row.At]), label, "", description);
        return Table.Of(
            "register_curves",
            Column.Of("industry", rows.Select(row => (string?)row.Finding.Industry), "Industry", "Industry of the register."),
            Column.Of("statistic", rows.Select(row => (string?)Words.Of(row.Finding.Statistic)), "Statistic", "kd or m_function."),
            Column.Of("distance", rows.Select(row => row.Finding.Curve!.Distances[row.At]), "Distance", "m", "Distance of two establishments."),
            Of("estimate", curve => curve.Observed, "Observed", "Kd per metre, or M."),
            Of("pointwise_low", curve => curve.PointwiseLower, "Pointwise lower", "Lower limit at this distance alone."),
            Of("pointwise_high", curve => curve.PointwiseUpper, "Pointwise upper", "Upper limit at this distance alone."),
            Of("global_low", curve => curve.GlobalLower, "Global lower", "Lower limit for the whole curve."),
            Of("global_high", curve => curve.GlobalUpper, "Global upper", "Upper limit for the whole curve."),
            Of("localisation", curve => curve.Localisation, "Localisation", "Curve above its upper global limit; 0 where it is not."),
            Of("dispersion", curve => curve.Dispersion, "Dispersion", "Curve below its lower global limit; 0 where it is not."));
    }

    private static void Add(MeasureOutputs outputs, string name, ScanFinding[] findings)
    {
        ScanCurve[] curves = [.. findings.Select(finding => finding.Curve!)];
        string[] rows = [.. findings.Select(finding => finding.Industry)];
        IReadOnlyList<double> distances = curves.Length > 0 ? curves[0].Distances : [];
        string[] columns = [.. distances.Select(distance => distance.ToString("R", CultureInfo.InvariantCulture))];
        outputs
            .Vector($"{name}_distance", distances)
            .Matrix(name, rows, columns, [.. curves.SelectMany(curve => curve.Observed)])
            .Matrix($"{name}_pointwise_lower", rows, columns, [.. curves.SelectMany(curve => curve.PointwiseLower)])
            .Matrix($"{name}_pointwise_upper", rows, columns, [.. curves.SelectMany(curve => curve.PointwiseUpper)])
            .Matrix($"{name}_lower", rows, columns, [.. curves.SelectMany(curve => curve.GlobalLower)])
            .Matrix($"{name}_upper", rows, columns, [.. curves.SelectMany(curve => curve.GlobalUpper)])
            .Matrix($"{name}_localisation", rows, columns, [.. curves.SelectMany(curve => curve.Localisation)])
            .Matrix($"{name}_dispersion", rows, columns, [.. curves.SelectMany(curve => curve.Dispersion)]);
    }
}
