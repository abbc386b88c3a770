using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>The population, and the same firms on rings of ties with a share of them rewired (SF5).</summary>
internal sealed class FactStarts
{
    private const int EachSide = 2;
    private const double Trust = 0.5;

    private readonly Dictionary<double, ClusterStart> _rings;

    public FactStarts(ClusterPopulation population, ulong seed)
    {
        Own = ClusterStart.Of(population, minimal: false);
        _rings = Rewired.ToDictionary(
            share => share, share => ClusterStart.Of(population with { Ties = RingOf(population, seed, share) }, minimal: false));
    }

    /// <summary>Gets the shares of rewired ties that are compared: a lattice, a small world, chance.</summary>
    public static IReadOnlyList<double> Rewired { get; } = [0, 0.1, 1];

    public ClusterStart Own { get; }

    public ClusterStart Ring(double rewired) => _rings[rewired];

    // Watts and Strogatz 1998: each tie of the lattice gets another end with the probability; the links outside stay.
    private static ClusterTie[] RingOf(ClusterPopulation population, ulong seed, double rewired)
    {
        AddressedDraw draws = new(seed, 0);
        int firms = population.Firms.Count;
        HashSet<(int, int)> pairs = [];
        for (int step = 1; step <= EachSide; step++)
        {
            for (int firm = 0; firm < firms; firm++)
            {
                int other = (firm + step) % firms;
                if (draws.Uniform(RandomPurpose.SyntheticTies, step, firm, 0) < rewired)
                {
                    other = (int)(firms * draws.Uniform(RandomPurpose.SyntheticTies, step, firm, 1));
                }

                if (other != firm)
                {
                    pairs.Add((Math.Min(firm, other), Math.Max(firm, other)));
                }
            }
        }

        return
        [
            .. pairs.Order().Select(pair => new ClusterTie(pair.Item1, pair.Item2, ClusterTieKind.Knowledge, Trust)),
            .. population.Ties.Where(tie => tie.Kind == ClusterTieKind.External),
        ];
    }
}
