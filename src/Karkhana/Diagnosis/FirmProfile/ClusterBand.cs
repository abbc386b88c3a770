using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>What a page may show of the cluster: mean and middle half of at least five other firms, to two decimals.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">The lower quartile.</param>
/// <param name="High">The upper quartile.</param>
/// <param name="Firms">The firms with a value.</param>
internal readonly record struct ClusterBand(double Mean, double Low, double High, int Firms)
{
    private const int Decimals = 2;

    public bool IsShown => Firms > 0;

    /// <summary>Gives the band, the same on every page of a trade: one that left the reader's own firm out would tell two readers who
    /// compare their pages more.</summary>
    /// <param name="group">The firms of the cluster.</param>
    /// <param name="own">The firm whose page it is.</param>
    /// <param name="value">The value of a firm; NaN when it is not known.</param>
    /// <returns>The band, or one of no firms when fewer than five others have a value.</returns>
    public static ClusterBand Of(IEnumerable<int> group, int own, Func<int, double> value)
    {
        int[] known = [.. group.Where(firm => !double.IsNaN(value(firm)))];
        if (known.Count(firm => firm != own) < SmallCells.LeastFirms)
        {
            return new ClusterBand(double.NaN, double.NaN, double.NaN, 0);
        }

        double[] sorted = [.. known.Select(value).Order()];
        return new ClusterBand(
            Math.Round(Sums.Mean(sorted), Decimals), Math.Round(Quantiles.Type7(sorted, 0.25), Decimals),
            Math.Round(Quantiles.Type7(sorted, 0.75), Decimals), known.Length);
    }

    /// <summary>Gives the share of the cluster's firms that do something; NaN when fewer than five others do, or fewer than five
    /// do not: a share of all or nearly all tells of single firms.</summary>
    public static double ShareOf(IEnumerable<int> group, int own, Func<int, double> value)
    {
        (int Firm, bool Does)[] known = [.. group.Where(firm => !double.IsNaN(value(firm))).Select(firm => (firm, value(firm) > 0))];
        int others = known.Count(firm => firm.Firm != own);
        int doing = known.Count(firm => firm.Does && firm.Firm != own);
        bool hidden = doing < SmallCells.LeastFirms || others - doing < SmallCells.LeastFirms;
        return hidden ? double.NaN : Math.Round(known.Count(firm => firm.Does) / (double)known.Length, Decimals);
    }
}
