using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>The exposure to agglomeration advantages that a register with coordinates can show.</summary>
public static class RegisterExposures
{
    private const double DecayKilometres = 2;
    private const double NearKilometres = 2;
    private static readonly double[] DensityKilometres = [1, 5, 20];

    /// <summary>Computes the exposures of the firms of a sample, ranked among them.</summary>
    /// <remarks>
    /// EE01 labour pooling: own-industry employment, decaying with δ = 2 km. EE08 observation: own-industry firms
    /// within 1, 5
    /// and 20 km, mean of the three ranks. EE11 local rivalry: own-industry firms within 2 km. DE01 congestion: all
    /// establishments within 2 km. Values are (rank − ½)/n over the sample. Other advantages have no indicator in a
    /// register
    /// without supplier codes, and none is made up. Cost: pairs of the sample within 80 km, and all
    /// establishments within 2 km of it.
    /// Source: framework 1.3 and 2.5, scoring of an exposure.
    /// </remarks>
    /// <param name="firms">The register.</param>
    /// <param name="sample">Positions of the firms to rank: those of one industry.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>The exposures, NaN for firms outside the sample.</returns>
    public static ExposureTable Estimate(
        FirmRegister firms, IReadOnlyList<int> sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(sample);
        double[] x = [.. sample.Select(firm => firms.X[firm])];
        double[] y = [.. sample.Select(firm => firms.Y[firm])];
        List<Exposure> exposures = [];
        if (firms.Industries.Length > 0)
        {
            string[] industries = [.. sample.Select(firm => firms.Industries[firm])];
            double[] weights = [.. sample.Select(firm => firms.Employment.Length > 0 ? firms.Employment[firm] : 1.0)];
            double[] pool = OwnIndustryExposure.Estimate(x, y, industries, weights, DecayKilometres, cancellationToken);
            exposures.Add(Ranked("EE01", firms, sample, pool));
            PointIndex own = PointIndex.Of(x, y);
            double[][] ranks = [.. DensityKilometres.Select(
                radius => Ranks.Normalise(Neighbours(own, x, y, radius, cancellationToken)))];
            exposures.Add(Known("EE08", firms, sample,
                [.. Enumerable.Range(0, sample.Count).Select(i => Sums.Mean([.. ranks.Select(rank => rank[i])]))]));
            exposures.Add(Ranked("EE11", firms, sample, Neighbours(own, x, y, NearKilometres, cancellationToken)));
        }

        PointIndex all = PointIndex.Of(firms.X, firms.Y);
        exposures.Add(Ranked("DE01", firms, sample, Neighbours(all, x, y, NearKilometres, cancellationToken)));
        return new ExposureTable(
            firms.Ids, [.. exposures.OrderBy(exposure => exposure.AdvantageId, StringComparer.Ordinal)]);
    }

    // Every place is a point of the index too, so one of the points found is the firm itself.
    private static double[] Neighbours(
        PointIndex index, double[] x, double[] y, double kilometres, CancellationToken cancellationToken)
    {
        double[] counts = new double[x.Length];
        List<(int Position, double SquaredDistance)> near = [];
        for (int i = 0; i < counts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Within(x[i], y[i], kilometres * 1000, near);
            counts[i] = near.Count - 1;
        }

        return counts;
    }

    private static Exposure Ranked(string advantage, FirmRegister firms, IReadOnlyList<int> sample, double[] values) =>
        Known(advantage, firms, sample, Ranks.Normalise(values));

    private static Exposure Known(string advantage, FirmRegister firms, IReadOnlyList<int> sample, double[] values)
    {
        double[] all = new double[firms.Count];
        Array.Fill(all, double.NaN);
        for (int i = 0; i < sample.Count; i++)
        {
            all[sample[i]] = values[i];
        }

        return new Exposure(advantage, all, [.. Enumerable.Repeat(double.NaN, firms.Count)], "register");
    }
}
