using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
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
    /// Cost: S · n times the points of a draw near the rims of the circles; the neighbour totals are computed once for
    /// all types. For all types of a register at once see <see cref="NestedMFunctionTest"/>. Same bits for any number of
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
        LabellingJob job = new(
            totals, [cases.Length], options.Replicates,
            s => new RandomStream(options.Seed, RandomPurpose.RandomLabelling, s, options.Substream));
        ReplicateRows simulated = ReplicateEngine.Local.Execute(job, execution, cancellationToken)
            .Slice(0, totals.Radii.Count);
        return Result(totals, (options.Reference, cases), simulated, options.Alpha, options.Seed);
    }

    /// <summary>Draws the bands around the curve of a type and tests it.</summary>
    internal static MFunctionTestResult Result(
        NeighbourTotals totals, (string Name, int[] Points) type, ReplicateRows simulated, double alpha, ulong seed)
    {
        double[] observed = new double[totals.Radii.Count];
        new LabellingKernel(totals, [type.Points.Length]).Curves(type.Points, observed);
        GreatestDeviation test = GreatestDeviation.Of(observed, simulated);
        return new MFunctionTestResult
        {
            Reference = type.Name,
            Points = type.Points.Length,
            Distances = [.. totals.Radii.Order.Select(k => totals.Distances[k])],
            Observed = observed,
            Pointwise = Band.Around(simulated, alpha, EnvelopeType.Pointwise),
            Global = Band.Around(simulated, alpha, EnvelopeType.GlobalIterative),
            PValue = test.PValue,
            StrongestDeviationAt = test.Peak,
            StrongestDeviation = test.Deviation,
            Provenance = new Provenance(
                "spatial.m-function-test",
                FormattableString.Invariant(
                    $"reference = {type.Name}, replicates = {simulated.Count}, alpha = {alpha}"),
                Source,
                seed),
        };
    }
}
