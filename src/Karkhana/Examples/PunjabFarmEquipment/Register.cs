using System.Globalization;
using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>All firms: makers town by town, then the background.</summary>
/// <param name="Firms">The firms.</param>
/// <param name="Makers">The number of makers; they come first.</param>
internal sealed record Register(IReadOnlyList<SyntheticFirm> Firms, int Makers)
{
    private const int Owners = 0;
    private const int Sites = 1;
    private const int Choices = 2;

    public static Register Of(ulong seed)
    {
        int[] counts =
        [
            FirmParameters.DaskaMakers.Whole, FirmParameters.FaisalabadMakers.Whole, FirmParameters.OkaraMakers.Whole,
            FirmParameters.MianChannuMakers.Whole, FirmParameters.DispersedMakers.Whole,
        ];
        (double Schooling, double Experience)[] owners = SortedOwners(seed, counts.Sum(), counts[^1]);
        int[] workers = MakerWorkers(seed, owners.Length);
        List<SyntheticFirm> firms = [];
        List<Func<RandomStream, Location>> laws = [];
        for (int group = 0; group < counts.Length; group++)
        {
            string? town = group < Places.ClusterTowns.Length ? Places.ClusterTowns[group] : null;
            Func<RandomStream, Location> law = town is null ? Places.Dispersed : stream => Places.InTown(town, stream);
            for (int i = 0; i < counts[group]; i++)
            {
                (double schooling, double experience) = owners[firms.Count];
                firms.Add(Firm(
                    seed, firms.Count, law, Trades.Makers, workers[firms.Count], town is not null, schooling,
                    experience));
                laws.Add(law);
            }
        }

        AddBackground(seed, firms, laws);
        return new Register(firms, owners.Length);
    }

    /// <summary>Draws owners and lets those with schooling settle in clusters more often; the dispersed come
    /// last.</summary>
    private static (double Schooling, double Experience)[] SortedOwners(ulong seed, int makers, int dispersed)
    {
        (double Schooling, double Experience)[] owners = new (double, double)[makers];
        double[] taste = new double[makers];
        for (int i = 0; i < makers; i++)
        {
            RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Owners, i);
            owners[i] = (Sampling.BetaTwoThree(stream), Sampling.GammaFour(stream, 5));
            double uniform = stream.NextDouble();
            taste[i] = Math.Log(uniform / (1 - uniform)) + (FirmParameters.SortingNoise * stream.NextGaussian());
        }

        double[] schooling = Sampling.Standardise([.. owners.Select(owner => owner.Schooling)]);
        int[] order = [.. Enumerable.Range(0, makers).OrderByDescending(
            i => taste[i] + (FirmParameters.SortingSchooling * schooling[i])).ThenBy(i => i)];
        new RandomStream(seed, RandomPurpose.SyntheticFirms, Choices, 0).Shuffle(order.AsSpan(0, makers - dispersed));
        return [.. order.Select(i => owners[i])];
    }

    /// <summary>Gives exactly the published shares of the size classes, in random order.</summary>
    private static int[] MakerWorkers(ulong seed, int makers)
    {
        int large = (int)Math.Round(FirmParameters.LargeShare * makers);
        int medium = (int)Math.Round(FirmParameters.MediumShare * makers);
        int[] workers = new int[makers];
        for (int i = 0; i < makers; i++)
        {
            RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Choices, i + 2);
            workers[i] = i < large ? Between(
                stream, FirmParameters.LargeMedian, FirmParameters.UpperSpread, FirmParameters.MediumMost.Whole + 1,
                FirmParameters.LargeMost.Whole)
                : i < large + medium ? Between(
                    stream, FirmParameters.MediumMedian, FirmParameters.UpperSpread,
                    FirmParameters.SmallMost.Whole + 1, FirmParameters.MediumMost.Whole)
                : Small(stream);
        }

        new RandomStream(seed, RandomPurpose.SyntheticFirms, Choices, 1).Shuffle<int>(workers);
        return workers;
    }

    private static int Small(RandomStream stream)
    {
        double spread = FirmParameters.SmallSpread;
        double median = FirmParameters.SmallMean / Math.Exp(spread * spread / 2);
        return Between(stream, median, spread, FirmParameters.LeastWorkers.Whole, FirmParameters.SmallMost.Whole);
    }

    private static int Between(RandomStream stream, double median, double spread, int least, int most)
    {
        while (true)
        {
            int workers = (int)Math.Round(Sampling.LogNormal(stream, median, spread));
            if (workers >= least && workers <= most)
            {
                return workers;
            }
        }
    }

    private static void AddBackground(ulong seed, List<SyntheticFirm> firms, List<Func<RandomStream, Location>> laws)
    {
        foreach ((string trade, int count) in Trades.Background)
        {
            int models = laws.Count;
            for (int i = 0; i < count; i++)
            {
                RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Choices, 100_000 + firms.Count);
                laws.Add(Law(trade, laws, models, stream));
                int workers = Small(stream);
                firms.Add(Firm(
                    seed, firms.Count, laws[^1], trade, workers, null, Sampling.BetaTwoThree(stream),
                    Sampling.GammaFour(stream, 5)));
            }
        }
    }

    /// <summary>Chooses the law of a firm's place; a trade without pulls takes that of any firm before it, and so
    /// stands like all activity.</summary>
    private static Func<RandomStream, Location> Law(
        string trade, List<Func<RandomStream, Location>> laws, int models, RandomStream stream)
    {
        if (trade == Trades.Foundry && stream.NextBool(FirmParameters.FoundryInClusters))
        {
            string cluster = stream.NextBool(0.5) ? Places.Daska : Places.Faisalabad;
            return other => Places.InTown(cluster, other);
        }

        if (Trades.Town(trade, stream.NextDouble()) is not { } town)
        {
            return laws[stream.NextInt(models)];
        }

        return stream.NextBool(FirmParameters.CountrysideShare) ? Places.Countryside : other =>
            Places.InTown(town, other);
    }

    private static SyntheticFirm Firm(
        ulong seed, int position, Func<RandomStream, Location> law, string trade, int workers, bool? clustered, double schooling, double experience)
    {
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, Sites, position);
        Location place = law(stream);
        string id = string.Create(CultureInfo.InvariantCulture, $"F{position + 1:D3}");
        return new SyntheticFirm(id, place, trade, workers, clustered, YearStarted(stream), schooling, experience);
    }

    private static int YearStarted(RandomStream stream)
    {
        while (true)
        {
            int year = FirmParameters.FirstYear.Whole + stream.NextInt(
                FirmParameters.LastYear.Whole - FirmParameters.FirstYear.Whole + 1);
            if (year is < 1970 or > 1979 || stream.NextBool(FirmParameters.SeventiesKept))
            {
                return year;
            }
        }
    }
}
