using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Kd and M, with bands and a test, for all industries of a register.</summary>
public static class RegisterScan
{
    internal const string Source =
        "Duranton & Overman 2005, doi:10.1111/0034-6527.00362; Marcon & Puech 2010, doi:10.1093/jeg/lbp056";

    /// <summary>Scans the industries of a register.</summary>
    /// <remarks>
    /// Kd(r) = Σ_{i&lt;j} [φ((r − d_ij)/h) + φ((r + d_ij)/h)] / (h n(n − 1)/2), each establishment counting 1, with the
    /// bandwidth h = 0.9 min(sd, IQR/1.34) N^(−1/5) of the N distances up to 2 max(r); M as in <see cref="MFunction"/>.
    /// Null: the n establishments of an industry stand on any n of all sites, each choice as likely as any other. It
    /// depends on n alone, and the first n sites of a random order are such a draw; so one order per replicate serves
    /// all industries. Draws are independent between replicates and shared between industries (common random numbers):
    /// each p-value is exact, those of two industries are not independent.
    /// Bands: pointwise, the quantiles at alpha and 1 − alpha; global, a lower and an upper limit that at most a share
    /// alpha of the drawn curves ever cross. p-value: greatest studentised deviation of the whole curve, two-sided,
    /// adjusted over the industries by Benjamini and Hochberg. Localised: adjusted p ≤ alpha and above the upper global
    /// limit somewhere, or, when neither limit is crossed, the strongest deviation is above; dispersed likewise.
    /// Large industries' draws are counted on a lattice, see <see cref="ScanFinding.Method"/>; their observed curves
    /// from all pairs, and their bands are moved by what the two ways give for the observed curve.
    /// Cost: per replicate the pairs of the largest industry that is counted pair by pair, and a transform per two
    /// larger ones; memory sizes × replicates × distances numbers. Same bits for any number of workers.
    /// Source: Duranton and Overman 2005, doi:10.1111/0034-6527.00362; Marcon and Puech 2010, doi:10.1093/jeg/lbp056.
    /// Agrees with: the direct sum over pairs, relative 0.002 of the greatest value.
    /// </remarks>
    /// <param name="points">The register; the types are the industries, weights are refused.</param>
    /// <param name="options">Statistic, distances, replicates, risk, seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between draws and sizes.</param>
    /// <returns>One finding per industry and statistic.</returns>
    /// <exception cref="ArgumentException">A coordinate or distance is refused, there are weights or no
    /// types.</exception>
    public static RegisterScanResult Estimate(
        PointPattern points, RegisterScanOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        options ??= new RegisterScanOptions();
        points.Check();
        Require.That(points.Count >= 2, nameof(points), FormattableString.Invariant($"must be at least two; there were {points.Count}"));
        Require.That(points.Types.Length > 0, nameof(points.Types), "must name the industry of every point; there were none");
        Require.That(points.Weights.Length == 0, nameof(points.Weights), "must be empty: a register scan counts establishments");
        RegisterTypes types = new(points, options.LeastPoints);
        List<ScanFinding> findings = [];
        List<Note> notes = [];
        if (options.Statistic is ScanStatistic.Kd or ScanStatistic.Both)
        {
            KdScan scan = new(points, types, options);
            findings.AddRange(scan.Findings(execution, notes, cancellationToken));
        }

        if (options.Statistic is ScanStatistic.MFunction or ScanStatistic.Both)
        {
            findings.AddRange(MScan.Findings(points, types, options, execution, cancellationToken));
        }

        return new RegisterScanResult(findings, options.Replicates, notes, new Provenance(
            "spatial.register-scan",
            FormattableString.Invariant(
                $"statistic = {options.Statistic}, replicates = {options.Replicates}, alpha = {options.Alpha}, least_points = {options.LeastPoints}, exact_up_to = {options.ExactUpTo}"),
            Source,
            options.Seed));
    }

    /// <summary>Corrects the p-values, gives the verdicts, and puts the industries that were not tested among the
    /// others.</summary>
    internal static IEnumerable<ScanFinding> Judge(
        RegisterTypes types, ScanStatistic statistic, IReadOnlyList<ScanFinding> tested, double alpha)
    {
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. tested.Select(finding => finding.PValue)]);
        Dictionary<string, ScanFinding> byName = tested
            .Select((finding, i) => Judged(finding with { AdjustedPValue = adjusted[i] }, alpha))
            .ToDictionary(finding => finding.Industry, StringComparer.Ordinal);
        return types.All.Select(type => byName.GetValueOrDefault(type.Name)
            ?? new ScanFinding(type.Name, statistic, type.Points.Length, ScanVerdict.TooFew));
    }

    /// <summary>Makes the finding of an industry before its p-value is corrected.</summary>
    internal static ScanFinding Tested(
        (string Name, int[] Points) type, ScanStatistic statistic, ScanCurve curve, GreatestDeviation test) =>
        new(type.Name, statistic, type.Points.Length, ScanVerdict.CannotTell)
        {
            Method = ScanMethod.Exact,
            PValue = test.PValue,
            Deviation = test.Deviation,
            PeakDistance = double.IsNaN(test.PValue) ? double.NaN : curve.Distances[test.Peak],
            Curve = curve,
        };

    private static ScanFinding Judged(ScanFinding finding, double alpha)
    {
        if (double.IsNaN(finding.PValue))
        {
            return finding;
        }

        if (finding.AdjustedPValue > alpha)
        {
            return finding with { Verdict = ScanVerdict.NoDeparture };
        }

        ScanCurve curve = finding.Curve!;
        bool above = curve.Localisation.Any(gain => gain > 0);
        bool below = curve.Dispersion.Any(gain => gain > 0);
        bool localised = above || (!below && finding.Deviation > 0);
        IReadOnlyList<double> index = localised ? curve.Localisation : curve.Dispersion;
        return finding with
        {
            Verdict = localised ? ScanVerdict.Localised : ScanVerdict.Dispersed,
            PeakDistance = above || below
                ? curve.Distances[Enumerable.Range(0, index.Count).MaxBy(r => index[r])]
                : finding.PeakDistance,
        };
    }
}
