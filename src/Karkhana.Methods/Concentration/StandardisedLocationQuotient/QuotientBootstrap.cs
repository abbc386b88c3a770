using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Concentration;

/// <summary>Bootstrap limits of the location quotients, one industry after another.</summary>
/// <remarks>A unit of work is an industry with all its replicates, so that memory holds the replicates of one industry
/// per worker and never those of the whole table.</remarks>
internal sealed class QuotientBootstrap(EqualPlants cells, StandardisedLocationQuotientOptions options)
    : IReplicateJob<ReplicateRows>
{
    private readonly ActivityTable _activity = cells.Activity;

    public string Stage => "bootstrap of location quotients";

    public int Replicates => _activity.Industries.Count;

    public int BlockSize => 4;

    /// <summary>Gives a row per industry: the lower limits by region, then the upper ones.</summary>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int height = _activity.Regions.Count;
        double[] limits = new double[range.Count * 2 * height];
        Array.Fill(limits, double.NaN);
        for (int k = 0; k < range.Count; k++)
        {
            Span<double> row = limits.AsSpan(k * 2 * height, 2 * height);
            Limits(range.First + k, row[..height], row[height..], cancellationToken);
        }

        return new ReplicateRows(2 * height, limits);
    }

    private void Limits(int industry, Span<double> lows, Span<double> highs, CancellationToken cancellationToken)
    {
        EqualPlants.IndustryPlants plants = cells.Industry(industry);
        BootstrapCounts bootstrap = new(plants.Counts);
        if (bootstrap.Observations == 1 || _activity.IndustryTotals[industry] == 0)
        {
            return;
        }

        int[] regions = [.. plants.Regions.Distinct()];
        double[][] quotients = [.. regions.Select(_ => new double[options.Replicates])];
        int[] counts = new int[plants.Counts.Length];
        double[] sums = new double[_activity.Regions.Count];
        for (int s = 0; s < options.Replicates; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bootstrap.Draw(new RandomStream(options.Seed, RandomPurpose.Bootstrap, s, industry), counts);
            double total = SumUp(plants, counts, sums);
            double all = _activity.Total - _activity.IndustryTotals[industry] + total;
            for (int j = 0; j < regions.Length; j++)
            {
                int r = regions[j];
                double region = _activity.RegionTotals[r] - _activity[r, industry] + sums[r];
                quotients[j][s] = LocationQuotient.Ratio(sums[r], region, total, all);
            }
        }

        for (int j = 0; j < regions.Length; j++)
        {
            (lows[regions[j]], highs[regions[j]], _) = PercentileInterval.Of(quotients[j], options.Level);
        }
    }

    /// <summary>Sums the drawn plants by region and gives their total.</summary>
    private static double SumUp(EqualPlants.IndustryPlants plants, int[] counts, double[] sums)
    {
        Array.Clear(sums);
        double total = 0;
        for (int kind = 0; kind < counts.Length; kind++)
        {
            double weight = counts[kind] * plants.Weights[kind];
            sums[plants.Regions[kind]] += weight;
            total += weight;
        }

        return total;
    }
}
