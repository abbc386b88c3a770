using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>How strongly a firm's advantages press on each channel of learning.</summary>
public static class ChannelIndices
{
    /// <summary>Computes the index of each channel for each firm.</summary>
    /// <remarks>
    /// index_iq = Σ_a m_aq·a_ia / Σ_a |m_aq| over the advantages whose exposure of the firm is known; from −1 to 1. A
    /// channel in which no
    /// known advantage has a cell is NaN. Coverage says which share of Σ|m| was known. Cost: firms × advantages ×
    /// channels.
    /// Source: framework 3.2 and 9.4; an operationalisation inspired by Caniëls and Romijn 2003,
    /// doi:10.1023/A:1027468505311.
    /// Agrees with: the worked case of the framework to its digits.
    /// </remarks>
    /// <param name="matrix">The matrix.</param>
    /// <param name="exposures">The exposures on [0, 1].</param>
    /// <returns>The indices.</returns>
    public static ChannelIndicesResult Estimate(ChannelMatrix matrix, ExposureTable exposures)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(exposures);
        int firms = exposures.FirmIds.Count;
        double[][] values = [.. matrix.Channels.Select(_ => new double[firms])];
        double[][] coverage = [.. matrix.Channels.Select(_ => new double[firms])];
        Exposure?[] byRow = [.. matrix.Rows.Select(row => exposures.Find(row.Id))];
        for (int c = 0; c < matrix.Channels.Count; c++)
        {
            double[] strengths = [.. matrix.Rows.Select(row => row.In(matrix.Channels[c]))];
            double all = strengths.Sum(Math.Abs);
            for (int firm = 0; firm < firms; firm++)
            {
                (double pressed, double known) = (0, 0);
                for (int row = 0; row < strengths.Length; row++)
                {
                    double exposure = byRow[row]?.Values[firm] ?? double.NaN;
                    if (!double.IsNaN(exposure))
                    {
                        pressed += strengths[row] * exposure;
                        known += Math.Abs(strengths[row]);
                    }
                }

                values[c][firm] = known > 0 ? pressed / known : double.NaN;
                coverage[c][firm] = all > 0 ? known / all : double.NaN;
            }
        }

        return new ChannelIndicesResult(exposures.FirmIds, matrix.Channels, values, coverage);
    }
}
