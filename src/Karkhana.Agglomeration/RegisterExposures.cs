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
    /// without supplier codes, and none is made up. Cost: pairs within 20 km of the sample.
    /// Source: framework 1.3 and 2.5, scoring of an exposure.
    /// </remarks>
    /// <param name="firms">The register.</param>
    /// <param name="sample">Positions of the firms to rank; the others count as neighbours only.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>The exposures, NaN for firms outside the sample.</returns>
    public static ExposureTable Estimate(
        FirmRegister firms, IReadOnlyList<int> sample, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(sample);
        double[] weights = firms.Employment.Length > 0 ? firms.Employment : [.. Enumerable.Repeat(1.0, firms.Count)];
        List<Exposure> exposures = [];
        if (firms.Industries.Length > 0)
        {
            double[] pool = OwnIndustryExposure.Estimate(
                firms.X, firms.Y, firms.Industries, weights, DecayKilometres, cancellationToken);
            exposures.Add(Ranked("EE01", firms, sample, pool));
            double[][] densities = [.. DensityKilometres.Select(
                radius => Neighbours(firms, sample, radius, ownIndustry: true, cancellationToken))];
            double[][] ranks = [.. densities.Select(
                density => Ranked("EE08", firms, sample, density).Values.ToArray())];
            exposures.Add(Known("EE08", firms, sample, [.. Enumerable.Range(0, firms.Count).Select(
                firm => Sums.Mean([.. ranks.Select(rank => rank[firm])]))]));
            exposures.Add(Ranked(
                "EE11",
                firms,
                sample,
                Neighbours(firms, sample, NearKilometres, ownIndustry: true, cancellationToken)));
        }

        exposures.Add(Ranked(
            "DE01", firms, sample, Neighbours(firms, sample, NearKilometres, ownIndustry: false, cancellationToken)));
        return new ExposureTable(
            firms.Ids, [.. exposures.OrderBy(exposure => exposure.AdvantageId, StringComparer.Ordinal)]);
    }

    private static double[] Neighbours(
        FirmRegister firms,
        IReadOnlyList<int> sample,
        double kilometres,
        bool ownIndustry,
        CancellationToken cancellationToken)
    {
        PointIndex index = PointIndex.Of(firms.X, firms.Y);
        double[] counts = new double[firms.Count];
        List<(int Position, double SquaredDistance)> near = [];
        foreach (int firm in sample)
        {
            cancellationToken.ThrowIfCancellationRequested();
            index.Within(firms.X[firm], firms.Y[firm], kilometres * 1000, near);
            counts[firm] = near.Count(other => other.Position != firm
                && (!ownIndustry || firms.Industries[other.Position] == firms.Industries[firm]));
        }

        return counts;
    }

    private static Exposure Ranked(string advantage, FirmRegister firms, IReadOnlyList<int> sample, double[] values)
    {
        double[] ranked = Ranks.Normalise([.. sample.Select(firm => values[firm])]);
        double[] all = new double[firms.Count];
        Array.Fill(all, double.NaN);
        for (int i = 0; i < sample.Count; i++)
        {
            all[sample[i]] = ranked[i];
        }

        return Known(advantage, firms, sample, all);
    }

    private static Exposure Known(string advantage, FirmRegister firms, IReadOnlyList<int> sample, double[] values)
    {
        HashSet<int> members = [.. sample];
        double[] kept = [.. values.Select((value, firm) => members.Contains(firm) ? value : double.NaN)];
        return new Exposure(advantage, kept, [.. Enumerable.Repeat(double.NaN, firms.Count)], "register");
    }
}
