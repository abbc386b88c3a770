using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Chooses the bandwidth of a density of distances.</summary>
/// <remarks>Source: Silverman 1986, Density Estimation for Statistics and Data Analysis, eq. 3.31; Sheather &amp; Jones
/// 1991, Journal of the Royal Statistical Society B 53: 683–690.</remarks>
internal static class BandwidthRule
{
    /// <summary>Applies a rule to the distances up to a limit.</summary>
    /// <param name="sample">The distances.</param>
    /// <param name="limit">The greatest distance that counts.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="notes">Receives what the reader must know.</param>
    /// <returns>The bandwidth; NaN with a note when the distances give none.</returns>
    public static double Of(DistanceSample sample, double limit, DistanceBandwidth rule, List<Note> notes)
    {
        Spread spread = Spread.Of(sample, limit);
        if (!(spread.StandardDeviation > 0))
        {
            notes.Add(new Note(
                "no-bandwidth", Severity.Warning,
                FormattableString.Invariant(
                    $"{spread.Count} pairs lie within twice the greatest distance ({limit}), and their distances do not vary: no bandwidth can be chosen and the density is not defined. Ask for greater distances, or for a type with more points.")));
            return double.NaN;
        }

        if (rule == DistanceBandwidth.SheatherJones)
        {
            double solved = SheatherJones.Bandwidth(sample, spread);
            if (double.IsNaN(solved))
            {
                notes.Add(new Note(
                    "no-bandwidth", Severity.Warning,
                    "The distances are too few or too much tied for the Sheather-Jones rule. Take the Silverman rule."));
            }

            return solved;
        }

        double width = spread.QuartileRange / 1.34;
        if (!(width > 0))
        {
            notes.Add(new Note(
                "bandwidth-without-quartiles", Severity.Information,
                "At least half of the distances are equal, so that their interquartile range is 0: the bandwidth rests on the standard deviation alone."));
            width = double.PositiveInfinity;
        }

        return 0.9 * Math.Min(spread.StandardDeviation, width) * Math.Pow(spread.Count, -0.2);
    }

    /// <summary>What the rules look at.</summary>
    internal sealed record Spread(int Entries, double Count, double StandardDeviation, double QuartileRange)
    {
        public static Spread Of(DistanceSample sample, double limit)
        {
            ReadOnlySpan<double> distances = sample.Distances;
            int entries = 0;
            double count = 0;
            double sum = 0;
            while (entries < distances.Length && distances[entries] <= limit)
            {
                count += sample.CountOf(entries);
                sum += sample.CountOf(entries) * distances[entries];
                entries++;
            }

            if (count < 2)
            {
                return new Spread(entries, count, double.NaN, double.NaN);
            }

            double mean = sum / count;
            double squares = 0;
            double rest = 0;
            for (int i = 0; i < entries; i++)
            {
                double deviation = distances[i] - mean;
                squares += sample.CountOf(i) * deviation * deviation;
                rest += sample.CountOf(i) * deviation;
            }

            double variance = ((squares - (rest * rest / count)) / (count - 1)) - (sample.BinWidth * sample.BinWidth / 12);
            double tolerance = 1e-14 * mean * mean; // equal distances can differ in their last bits
            return new Spread(
                entries, count, variance > tolerance ? Math.Sqrt(variance) : 0,
                Quantile(sample, entries, count, 0.75) - Quantile(sample, entries, count, 0.25));
        }

        private static double Quantile(DistanceSample sample, int entries, double count, double probability)
        {
            double position = (count - 1) * probability;
            double below = Math.Floor(position);
            double low = Ranked(sample, entries, below);
            return low + ((position - below) * (Ranked(sample, entries, Math.Min(below + 1, count - 1)) - low));
        }

        /// <summary>Gives the distance of a rank from 0; pairs of one bin lie evenly within it.</summary>
        private static double Ranked(DistanceSample sample, int entries, double rank)
        {
            double before = 0;
            for (int i = 0; i < entries; i++)
            {
                double here = sample.CountOf(i);
                if (rank < before + here)
                {
                    return sample.Distances[i] + ((((rank - before + 0.5) / here) - 0.5) * sample.BinWidth);
                }

                before += here;
            }

            return sample.Distances[entries - 1];
        }
    }
}
