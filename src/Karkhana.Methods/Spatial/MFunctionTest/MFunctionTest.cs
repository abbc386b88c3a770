using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Band = Karkhana.Core.Inference.Envelope;

namespace Karkhana.Methods.Spatial;

/// <summary>Tests whether a type is concentrated or dispersed among all establishments, by random labelling.</summary>
public static class MFunctionTest
{
    private const string Source = "Marcon & Puech 2010, doi:10.1093/jeg/lbp056; Myllymäki et al. 2017, doi:10.1111/rssb.12172";

    /// <summary>Computes M of establishments (each weighs 1), its bands and a test of the whole curve.</summary>
    /// <remarks>
    /// Null: the n establishments of the type are any n of all establishments, each choice as likely as any other;
    /// places
    /// stay. The test of the whole curve takes the greatest studentised deviation
    /// T = max_r |M(r) − mean(r)| / sd(r), mean and sd over the observed and all simulated curves, so that under the
    /// null
    /// all curves are exchangeable and p = (1 + #{T_s ≥ T}) / (S + 1) is exact. Bands: pointwise and global, see
    /// <see cref="Band.Around"/>. Assumption: the set of all establishments is where the type could have been.
    /// Cost: S · n² / 2 pairs; the neighbour totals are computed once for all types. Same bits for any number of
    /// workers.
    /// Source: Marcon and Puech 2010, doi:10.1093/jeg/lbp056; Myllymäki, Mrkvička, Grabarnik, Seijo and Hahn 2017,
    /// doi:10.1111/rssb.12172, section 4. Agrees with: <see cref="MFunction"/> for the observed curve, relative 1e-12.
    /// </remarks>
    /// <param name="totals">The points with the number of their neighbours.</param>
    /// <param name="options">The type, replicates and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between labellings.</param>
    /// <returns>The curve with bands and p-value.</returns>
    public static MFunctionTestResult Estimate(
        NeighbourTotals totals, MFunctionTestOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(options);
        bool[] flags = totals.Points.Are(options.Reference);
        int[] cases = [.. Enumerable.Range(0, flags.Length).Where(i => flags[i])];
        Require.That(
            cases.Length >= 2, nameof(options.Reference),
            FormattableString.Invariant($"must have at least two points; {options.Reference} had {cases.Length}"));
        Require.That(
            cases.Length < flags.Length, nameof(options.Reference),
            "must not be the only type: there would be nothing to compare with");
        double[] observed = new double[totals.Bins.Count];
        new LabellingKernel(totals, cases.Length).Curve(cases, observed);
        LabellingJob job = new(totals, cases.Length, options);
        ReplicateRows simulated = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
        (double p, int peak, double deviation) = GreatestDeviation.Of(observed, simulated);
        return new MFunctionTestResult
        {
            Reference = options.Reference,
            Points = cases.Length,
            Distances = [.. totals.Bins.Order.Select(k => totals.Distances[k])],
            Observed = observed,
            Pointwise = Band.Around(simulated, options.Alpha, EnvelopeType.Pointwise),
            Global = Band.Around(simulated, options.Alpha, EnvelopeType.GlobalIterative),
            PValue = p,
            StrongestDeviationAt = peak,
            StrongestDeviation = deviation,
            Provenance = new Provenance(
                "spatial.m-function-test",
                FormattableString.Invariant(
                    $"reference = {options.Reference}, replicates = {options.Replicates}, alpha = {options.Alpha}"),
                Source,
                options.Seed),
        };
    }
}
