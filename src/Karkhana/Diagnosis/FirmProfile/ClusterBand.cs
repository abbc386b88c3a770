using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>What a page may show of the cluster: the mean of at least five other firms, the middle half of at least twenty, to two decimals.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">The lower quartile; NaN when it is not shown.</param>
/// <param name="High">The upper quartile; NaN when it is not shown.</param>
/// <param name="Firms">The firms with a value.</param>
internal readonly record struct ClusterBand(double Mean, double Low, double High, int Firms)
{
    /// <summary>The other firms with a value that quartiles need: at least five firms then lie at or beyond each of them.</summary>
    public const int LeastForQuartiles = 20;

    private const int Decimals = 2;

    public bool IsShown => Firms > 0;

    /// <summary>Gives the band, the same on every page of a trade: one that left the reader's own firm out would tell two readers who
    /// compare their pages more.</summary>
    /// <param name="group">The firms of the cluster.</param>
    /// <param name="own">The firm whose page it is.</param>
    /// <param name="value">The value of a firm; NaN when it is not known.</param>
    /// <returns>The band, or one of no firms when fewer than five others have a value; without quartiles when fewer than twenty
    /// have.</returns>
    public static ClusterBand Of(IEnumerable<int> group, int own, Func<int, double> value)
    {
        int[] known = [.. group.Where(firm => !double.IsNaN(value(firm)))];
        int others = known.Count(firm => firm != own);
        if (others < SmallCells.LeastFirms)
        {
            return new ClusterBand(double.NaN, double.NaN, double.NaN, 0);
        }

        double[] sorted = [.. known.Select(value).Order()];

        // Of 5, 9 or 13 values a quartile is the value of one firm, with one to three beyond it.
        double Quartile(double share) => others < LeastForQuartiles ? double.NaN : Math.Round(Quantiles.Type7(sorted, share), Decimals);
        return new ClusterBand(Math.Round(Sums.Mean(sorted), Decimals), Quartile(0.25), Quartile(0.75), known.Length);
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
