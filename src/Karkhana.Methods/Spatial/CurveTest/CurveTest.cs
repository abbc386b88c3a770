using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Band = Karkhana.Core.Inference.Envelope;

namespace Karkhana.Methods.Spatial;

/// <summary>Tests a curve over distance by patterns drawn under a null model.</summary>
public static class CurveTest
{
    internal const string Source = "Duranton & Overman 2005, doi:10.1111/0034-6527.00362; Myllymäki et al. 2017, doi:10.1111/rssb.12172";

    /// <summary>Draws patterns, computes their curves and compares the observed one with them.</summary>
    /// <remarks>
    /// Null models: see <see cref="NullModel"/>. The test of the whole curve is the greatest studentised deviation, whose
    /// p-value
    /// is exact (<see cref="GreatestDeviation"/>); p_fit takes the squared departures from the mean over distance, scaled
    /// by
    /// the half of the pointwise band on their side. Localisation and dispersion are distances from the global bands that
    /// at
    /// most a share alpha of the simulated curves cross (<see cref="LocalisationIndices"/>). Assumption: the sites, or the
    /// rectangle, are where the points could have been. Cost: replicates × the curve; with points that weigh 1 that change
    /// sites, only the reference points are drawn, and M on a plane counts neighbours of all points once. Same bits for any number of
    /// workers.
    /// Source: Duranton and Overman 2005, doi:10.1111/0034-6527.00362; Marcon and Puech 2010, doi:10.1093/jeg/lbp056;
    /// Myllymäki, Mrkvička, Grabarnik, Seijo and Hahn 2017, doi:10.1111/rssb.12172.
    /// Agrees with: <see cref="MFunctionTest"/> for M under random labelling, bit for bit.
    /// </remarks>
    /// <param name="points">The points.</param>
    /// <param name="options">Curve, null model, distances, types, replicates and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between patterns.</param>
    /// <returns>The curve with bands and p-values.</returns>
    /// <exception cref="ArgumentException">A coordinate, weight or distance is refused, a type has no point, or the null
    /// model does not fit.</exception>
    public static CurveTestResult Estimate(
        PointPattern points,
        CurveTestOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        points.Check();
        Check(points, options);
        NullModelSampler sampler = new(
            points, options.NullModel, options.Reference, (options.Seed, options.Substream), options.Window);
        (double[] observed, ReplicateRows simulated) = new CurveTestRun(points, options, sampler).Curves(execution, cancellationToken);
        return Result(options, sampler.Size, observed, simulated);
    }

    private static CurveTestResult Result(
        CurveTestOptions options, int points, double[] observed, ReplicateRows simulated) => new()
        {
            Distances = options.Distances,
            Observed = observed,
            Simulated = simulated,
            Points = points,
            Envelope = Band.Around(simulated, options.Alpha, options.Type),
            Pointwise = Band.Around(simulated, options.Alpha, EnvelopeType.Pointwise),
            Test = GreatestDeviation.Of(observed, simulated),
            FitPValue = FitPValue(options, observed, simulated),
            RankPValues = PermutationPValue.OfEach(observed, simulated, Alternative.TwoSided),
            Indices = LocalisationIndices.Of(observed, RankBand.Global(simulated, options.Alpha)),
            Notes = Notes(observed, simulated),
            Provenance = new Provenance(
                "spatial.curve-test",
                FormattableString.Invariant(
                    $"statistic = {options.Statistic}, null_model = {options.NullModel}, reference = {options.Reference}, neighbour = {options.Neighbour}, weighted = {options.Weighted}, replicates = {options.Replicates}, alpha = {options.Alpha}, type = {options.Type}{(options.Metric == DistanceMetric.Planar ? "" : $", metric = {options.Metric}")}"),
                Source,
                options.Seed),
        };

    private static void Check(PointPattern points, CurveTestOptions options)
    {
        Require.Finite(options.Distances, nameof(options.Distances));
        for (int r = 0; r < options.Distances.Count; r++)
        {
            double before = r == 0 ? -double.Epsilon : options.Distances[r - 1];
            Require.That(
                options.Distances[r] > before, nameof(options.Distances),
                FormattableString.Invariant($"must ascend from zero or more; {options.Distances[r]} came at position {r + 1}"));
        }

        if (options.Metric == DistanceMetric.GreatCircle)
        {
            GreatCircle.Check(points.X, points.Y);
            Require.That(
                options.NullModel != NullModel.RandomPosition, nameof(options.Metric),
                "must be planar for random positions: a rectangle of longitudes and latitudes is not even on the earth; it was great-circle");
        }

        bool same = options.Neighbour is null || options.Neighbour == options.Reference;
        Require.That(
            options.NullModel != NullModel.PopulationIndependence || !same, nameof(options.Neighbour),
            "must be another type than the reference for population independence: reference points stay where they are");
        Require.That(
            same || points.Are(options.Neighbour!).Contains(true), nameof(options.Neighbour),
            $"must be a type of the points; none is of type {options.Neighbour}");
    }

    private static double FitPValue(CurveTestOptions options, double[] observed, ReplicateRows simulated)
    {
        if (observed.Length < 2)
        {
            return double.NaN; // an integral needs two distances
        }

        EnvelopeTestResult fit = EnvelopeTest.Estimate(
            new CurveSet(options.Distances, observed, simulated),
            new EnvelopeTestOptions { Alpha = options.Alpha, Centre = DepartureCentre.Mean });
        return PermutationPValue.Of(fit.Statistic, [.. fit.Simulated], Alternative.Greater);
    }

    private static Note[] Notes(double[] observed, ReplicateRows simulated) =>
        observed.Any(double.IsNaN) || simulated.Values.Any(double.IsNaN)
            ? [new Note(
                "curve-not-defined", Severity.Warning,
                "At some distances the observed curve or a simulated one is not defined (no neighbours, or distances that do not vary): these distances give no evidence to the test of the whole curve.")]
            : [];
}
