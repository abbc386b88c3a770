using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Concentration;

/// <summary>The statistics of shares that the indices of concentration are made of.</summary>
/// <remarks>Every loop adds in the order of the values, so that the bits do not depend on the machine.</remarks>
internal static class ShareStatistics
{
    /// <summary>Gives value over sum; NaN for all when the sum is 0.</summary>
    public static double[] Shares(ReadOnlySpan<double> values)
    {
        double total = Sums.Sum(values);
        double[] shares = new double[values.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = values[i] / total;
        }

        return shares;
    }

    /// <summary>Gives Σ s².</summary>
    public static double Herfindahl(ReadOnlySpan<double> shares) => Sums.Dot(shares, shares);

    /// <summary>Gives Σ |s − t|: twice the Hoover index, and Krugman's index.</summary>
    public static double AbsoluteDifference(ReadOnlySpan<double> shares, ReadOnlySpan<double> reference)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += Math.Abs(shares[i] - reference[i]);
        }

        return sum;
    }

    /// <summary>Gives −Σ s ln s with 0 ln 0 = 0.</summary>
    public static double Entropy(ReadOnlySpan<double> shares)
    {
        double sum = 0;
        foreach (double share in shares)
        {
            sum -= share == 0 ? 0 : share * Math.Log(share);
        }

        return sum;
    }

    /// <summary>Gives Σ s ln(s / t) with 0 ln 0 = 0: Theil's index of s against t; infinite where t is 0 and s is
    /// not.</summary>
    public static double RelativeEntropy(ReadOnlySpan<double> shares, ReadOnlySpan<double> reference)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += shares[i] == 0 ? 0 : shares[i] * Math.Log(shares[i] / reference[i]);
        }

        return sum;
    }

    /// <summary>Gives twice the area between the Lorenz curve of cumulative shares against cumulative reference
    /// shares, units in ascending order of their quotient, and the diagonal; NaN when the shares are.</summary>
    /// <remarks>Units without share and reference move neither coordinate and are left out.</remarks>
    public static double LorenzGini(ReadOnlySpan<double> shares, ReadOnlySpan<double> reference)
    {
        double[] keys = new double[shares.Length];
        int[] order = new int[shares.Length];
        int kept = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (shares[i] != 0 || reference[i] != 0)
            {
                keys[kept] = shares[i] / reference[i];
                order[kept++] = i;
            }
        }

        Array.Sort(keys, order, 0, kept);
        (double a, double q, double area) = (0, 0, 0);
        foreach (int unit in order.AsSpan(0, kept))
        {
            (double nextA, double nextQ) = (a + shares[unit], q + reference[unit]);
            area += (nextA * q) - (a * nextQ);
            (a, q) = (nextA, nextQ);
        }

        return Math.Abs(area);
    }
}
