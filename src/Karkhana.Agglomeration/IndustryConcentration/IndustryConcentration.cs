using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>Which industries cluster, at which distance, with bands and one verdict each.</summary>
public static class IndustryConcentration
{
    private const string Source =
        "Marcon & Puech 2010, doi:10.1093/jeg/lbp056; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    /// <summary>Tests every industry with enough establishments against the location of all establishments.</summary>
    /// <remarks>
    /// M of establishments, each counting 1, under random labelling; one p-value per industry for its whole curve,
    /// corrected over
    /// the industries by Benjamini and Hochberg. An industry whose adjusted p-value is at most alpha is called
    /// clustered or
    /// dispersed by the sign of its strongest departure; else the verdict is that nothing departs.
    /// The draws are nested and shared between the industries, see <see cref="NestedMFunctionTest"/>: each p-value is
    /// exact, but those of two industries are not independent.
    /// Cost: the neighbour totals of all establishments once, and per replicate the draw of the greatest industry.
    /// Source: Marcon and Puech 2010, doi:10.1093/jeg/lbp056; Benjamini and Hochberg 1995,
    /// doi:10.1111/j.2517-6161.1995.tb02031.x.
    /// </remarks>
    /// <param name="firms">The register, with industries.</param>
    /// <param name="options">Radii, replicates, risk, seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between labellings.</param>
    /// <returns>One finding per industry, clustered ones first, then by p-value.</returns>
    public static IndustryConcentrationResult Estimate(
        FirmRegister firms, IndustryConcentrationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        Require.That(
            firms.Industries.Length == firms.Count, nameof(firms), "must have an industry for every establishment");
        options ??= new IndustryConcentrationOptions();
        int replicates = ReplicatesFor(options, firms.Count);
        (string Industry, int Count)[] industries = [.. firms.Industries.GroupBy(industry => industry)
            .Select(group => (group.Key, group.Count())).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        MFunctionTestResult?[] tests = Test(firms, industries, options, replicates, execution, cancellationToken);
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. tests.Select(test => test?.PValue ?? double.NaN)]);
        IndustryFinding[] findings = [.. industries.Select((entry, i) =>
            new IndustryFinding(
                entry.Industry, entry.Count, Verdict(tests[i], adjusted[i], options.Alpha), adjusted[i], tests[i]))];
        return new IndustryConcentrationResult(
            Ranked(findings),
            replicates,
            new Provenance(
                "agglomeration.industry-concentration",
                FormattableString.Invariant($"replicates = {replicates}, alpha = {options.Alpha}, least_establishments = {options.LeastEstablishments}"),
                Source,
                options.Seed));
    }

    /// <summary>Gives the number of draws: those asked for, else 999 up to 5,000 establishments and 199 above.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="establishments">The size of the register.</param>
    /// <returns>The number.</returns>
    public static int ReplicatesFor(IndustryConcentrationOptions options, int establishments) =>
        options.Replicates > 0 ? options.Replicates : establishments <= 5000 ? 999 : 199;

    private static MFunctionTestResult?[] Test(
        FirmRegister firms,
        (string Industry, int Count)[] industries,
        IndustryConcentrationOptions options,
        int replicates,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        if (!industries.Any(entry => entry.Count >= options.LeastEstablishments && entry.Count < firms.Count))
        {
            return new MFunctionTestResult?[industries.Length];
        }

        PointPattern points = new() { X = firms.X, Y = firms.Y, Types = firms.Industries };
        IReadOnlyList<double> distances = options.Distances.Count > 0 ? options.Distances : RadiusGrid.For(firms.X, firms.Y);
        NeighbourTotals totals = NeighbourTotals.Of(points, distances, execution, cancellationToken);
        NestedTestOptions nested = new()
        {
            LeastPoints = options.LeastEstablishments,
            Replicates = replicates,
            Alpha = options.Alpha,
            Seed = options.Seed,
        };
        Dictionary<string, MFunctionTestResult> byName = NestedMFunctionTest
            .Estimate(totals, nested, execution, cancellationToken)
            .ToDictionary(test => test.Reference, StringComparer.Ordinal);
        return [.. industries.Select(entry => byName.GetValueOrDefault(entry.Industry))];
    }

    private static IndustryFinding[] Ranked(IEnumerable<IndustryFinding> findings) =>
        [.. findings.OrderBy(finding => finding.Verdict switch
            {
                IndustryVerdict.Clustered => 0,
                IndustryVerdict.Dispersed => 1,
                IndustryVerdict.NoDeparture => 2,
                _ => 3,
            })
            .ThenBy(finding => double.IsNaN(finding.AdjustedPValue) ? 2 : finding.AdjustedPValue)
            .ThenByDescending(finding => Math.Abs(finding.Test?.StrongestDeviation ?? 0))
            .ThenBy(finding => finding.Industry, StringComparer.Ordinal)];

    private static IndustryVerdict Verdict(MFunctionTestResult? test, double adjusted, double alpha) =>
        test is null ? IndustryVerdict.TooFew
        : double.IsNaN(adjusted) ? IndustryVerdict.CannotTell
        : !(adjusted <= alpha) ? IndustryVerdict.NoDeparture
        : test.StrongestDeviation > 0 ? IndustryVerdict.Clustered : IndustryVerdict.Dispersed;
}
