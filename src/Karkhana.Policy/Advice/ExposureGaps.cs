using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Policy;

/// <summary>What the firms of a cluster have less of than others: the gap of exposure to each advantage.</summary>
public static class ExposureGaps
{
    /// <summary>The least firms on either side of a gap.</summary>
    public const int LeastFirms = SmallCells.LeastFirms;

    private const int LeastPlaces = 8;
    private const int LeastPlacesOfEach = 2;
    private const int Resamples = 999;
    private const double Tail = 0.025;
    private const string ExposureColumn = "exposure";
    private const string ClusterColumn = "cluster";

    /// <summary>Estimates the gaps.</summary>
    /// <remarks>
    /// gap = (mean of the cluster − mean of the comparison set) / standard deviation over all firms, of those whose exposure is known. The deviation is
    /// taken as known. Limits, 95 %: where firms of both kinds stand in two places or more and in eight together, errors may go together within places
    /// (cr2, degrees of freedom of Bell and McCaffrey); else percentiles over 999 resamples of the firms of either kind. A gap needs five firms on
    /// either side. Nothing is held equal between the two: a gap is a difference and no effect. Cost: advantages × 999 × firms.
    /// Source: framework 4.3, step 2; Pustejovsky and Tipton 2018, doi:10.1080/07350015.2016.1247004; Efron and Tibshirani 1993, chapter 13.
    /// </remarks>
    /// <param name="sample">The firms and their exposures.</param>
    /// <param name="seed">The seed of the resampling.</param>
    /// <param name="cancellationToken">Looked at between advantages.</param>
    /// <returns>A gap per advantage, in the order of the exposures.</returns>
    public static ExposureGapsResult Estimate(ExposureGapSample sample, ulong seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        sample.Check();
        List<ExposureGap> gaps = [];
        foreach (Exposure exposure in sample.Exposures.Exposures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            gaps.Add(Of(sample, exposure, seed));
        }

        return new ExposureGapsResult(gaps);
    }

    private static ExposureGap Of(ExposureGapSample sample, Exposure exposure, ulong seed)
    {
        int[] cluster = Known(sample.Cluster, exposure);
        int[] comparison = Known(sample.Comparison, exposure);
        ExposureGap gap = new(exposure.AdvantageId, cluster.Length, comparison.Length);
        double spread = Math.Sqrt(Sums.Variance(Values(Known(sample.All, exposure), exposure)));
        if (cluster.Length < LeastFirms || comparison.Length < LeastFirms || !(spread > 0))
        {
            return gap;
        }

        double[] own = [.. Values(cluster, exposure).Select(value => value / spread)];
        double[] others = [.. Values(comparison, exposure).Select(value => value / spread)];
        (double Low, double High)? byPlace = ByPlace(sample.Places, (cluster, own), (comparison, others));
        (double low, double high) = byPlace ?? Resampled(own, others, seed);
        (double mean, double comparisonMean) = (Sums.Mean(own), Sums.Mean(others));
        return gap with
        {
            Mean = mean * spread,
            ComparisonMean = comparisonMean * spread,
            Gap = mean - comparisonMean,
            Low = low,
            High = high,
            Errors = byPlace is null ? GapErrors.Resampled : GapErrors.ByPlace,
        };
    }

    private static int[] Known(IReadOnlyList<int> firms, Exposure exposure) => [.. firms.Where(firm => !double.IsNaN(exposure.Values[firm]))];

    private static double[] Values(int[] firms, Exposure exposure) => [.. firms.Select(firm => exposure.Values[firm])];

    // Null where places are too few, or leave the limits open.
    private static (double Low, double High)? ByPlace(
        IReadOnlyList<string> places, (int[] Firms, double[] Values) cluster, (int[] Firms, double[] Values) comparison)
    {
        int[] firms = [.. cluster.Firms, .. comparison.Firms];
        string[] placeOf = places.Count == 0 ? [] : [.. firms.Select(firm => places[firm])];
        bool isSpread = placeOf.Distinct().Count() >= LeastPlaces
            && placeOf.Take(cluster.Firms.Length).Distinct().Count() >= LeastPlacesOfEach
            && placeOf.Skip(cluster.Firms.Length).Distinct().Count() >= LeastPlacesOfEach;
        if (!isSpread)
        {
            return null;
        }

        Table table = Table.Of(
            "exposure_gap",
            Column.Of(ExposureColumn, [.. cluster.Values, .. comparison.Values]),
            Column.Of(ClusterColumn, firms.Select((_, i) => i < cluster.Firms.Length ? 1.0 : 0)));
        LinearModel model = LinearModel.Of(new RegressionSample(table), new ModelSpecification { Outcome = ExposureColumn, Terms = [ClusterColumn] });
        CoefficientTable estimates = model.Coefficients(model.Clustered([placeOf], ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite));
        int term = estimates.Find(ClusterColumn);
        (double low, double high) = (estimates.ConfidenceLow[term], estimates.ConfidenceHigh[term]);
        return double.IsFinite(low) && double.IsFinite(high) && high > low ? (low, high) : null;
    }

    private static (double Low, double High) Resampled(double[] own, double[] others, ulong seed)
    {
        double[] gaps = new double[Resamples];
        for (int draw = 0; draw < Resamples; draw++)
        {
            RandomStream stream = new(seed, RandomPurpose.LeverBootstrap, draw, 1); // substream 0 draws the firms of the ranking
            gaps[draw] = MeanOfDraw(own, stream) - MeanOfDraw(others, stream);
        }

        double[] sorted = [.. gaps.Order()];
        return (Quantiles.Type7(sorted, Tail), Quantiles.Type7(sorted, 1 - Tail));
    }

    private static double MeanOfDraw(double[] values, RandomStream stream)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[stream.NextInt(values.Length)];
        }

        return sum / values.Length;
    }
}
