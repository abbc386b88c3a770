using Karkhana.Core.Randomness;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>Synthetic firms in numbers that the squared cost of drawing ties by distance would not allow.</summary>
internal static class BenchmarkFirms
{
    /// <summary>Firms on a square with a constant density, each tied to the next ones in the list.</summary>
    /// <param name="firms">How many.</param>
    /// <param name="kmPerFirm">The side of the square that one firm has.</param>
    /// <param name="tiesPerFirm">Ties that each names.</param>
    /// <param name="functions">Capability functions.</param>
    /// <returns>The population.</returns>
    public static ClusterPopulation Spread(int firms, double kmPerFirm, int tiesPerFirm, int functions)
    {
        AddressedDraw draw = new(2003, 0);
        double side = kmPerFirm * Math.Sqrt(firms);
        return new ClusterPopulation
        {
            Firms = [.. Enumerable.Range(0, firms).Select(agent => Firm(draw, agent, side, functions))],
            Ties =
            [
                .. Enumerable.Range(0, firms).SelectMany(from => Enumerable.Range(1, tiesPerFirm)
                    .Select(step => new ClusterTie(from, (from + step) % firms, (ClusterTieKind)(step % 5), 0.5))),
            ],
            Places = [.. Enumerable.Range(0, 10).Select(place => $"synthetic place {place}")],
            Advantages = [.. Enumerable.Range(0, 26).Select(i => new AdvantageStrength(Ids[i], 1, 1, 0.5, 1, 1, 0.5))],
            Synthetic = true,
        };
    }

    /// <summary>The 320 firms of framework Appendix B: 140 in one town, 60 and 30 in others, 90 dispersed.</summary>
    /// <returns>The population.</returns>
    public static ClusterPopulation Towns()
    {
        ClusterPopulation spread = Spread(320, 1, 3, 6);
        return spread with { Firms = [.. spread.Firms.Select(Settle)] };
    }

    private static ClusterFirm Settle(ClusterFirm firm)
    {
        (int place, double radius, double centre) = firm.Agent switch
        {
            < 140 => (0, 2.0, 0.0),
            < 200 => (1, 4.0, 30.0),
            < 230 => (2, 4.0, 60.0),
            _ => (3, 50.0, 0.0),
        };
        return firm with
        {
            Place = place,
            Clustered = place < 3,
            X = centre + (radius * ((firm.X / 9) - 1)),
            Y = radius * ((firm.Y / 9) - 1),
        };
    }

    private static readonly string[] Ids =
    [
        .. Enumerable.Range(1, 14).Select(i => $"EE{i:00}"), .. Enumerable.Range(1, 7).Select(i => $"JA{i:00}"),
        .. Enumerable.Range(1, 5).Select(i => $"DE{i:00}"),
    ];

    private static ClusterFirm Firm(AddressedDraw draw, int agent, double side, int functions)
    {
        double Uniform(int index) => draw.Uniform(RandomPurpose.SyntheticPopulation, 0, agent, index);
        return new ClusterFirm
        {
            Agent = agent,
            X = side * Uniform(0),
            Y = side * Uniform(1),
            Place = agent % 10,
            Clustered = agent % 2 == 0,
            Stage = (FirmStage)(agent % 4),
            Product = agent % 5,
            Workers = 1 + Math.Floor(20 * Uniform(2)),
            AbsorptiveCapacity = Uniform(3),
            Capability = [.. Enumerable.Range(0, functions).Select(function => 0.3 * Uniform(8 + function))],
            Exposures = [.. Enumerable.Range(0, 26).Select(advantage => Uniform(20 + advantage))],
        };
    }
}
