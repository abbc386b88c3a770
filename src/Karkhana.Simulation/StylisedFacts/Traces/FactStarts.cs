using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.Simulation;

/// <summary>The population, and the same firms on rings of ties with a share of them rewired (SF5).</summary>
internal sealed class FactStarts
{
    private const int Degree = 4;
    private const double Trust = 0.5;

    private readonly Dictionary<double, ClusterStart> _rings;

    public FactStarts(ClusterPopulation population, SimulationOptions options)
    {
        Own = ClusterStart.Of(population, options);
        _rings = Rewired.ToDictionary(
            share => share, share => ClusterStart.Of(population with { Ties = RingOf(population, options.Seed, share) }, minimal: false));
    }

    /// <summary>Gets the shares of rewired ties that are compared: a lattice, a small world, chance.</summary>
    public static IReadOnlyList<double> Rewired { get; } = [0, 0.1, 1];

    public ClusterStart Own { get; }

    public ClusterStart Ring(double rewired) => _rings[rewired];

    // Firms stand on the ring in the order of their numbers, whatever the order of rows; the links outside stay.
    private static ClusterTie[] RingOf(ClusterPopulation population, ulong seed, double rewired)
    {
        int[] rows = [.. Enumerable.Range(0, population.Firms.Count).OrderBy(row => population.Firms[row].Agent)];
        int degree = Math.Min(Degree, (rows.Length - 1) / 2 * 2);
        IEnumerable<(int From, int To)> links = degree < 2
            ? []
            : RewiredRing.Draw(rows.Length, degree, rewired, new RandomStream(seed, RandomPurpose.SyntheticTies, 0));
        return
        [
            .. links.Select(link => new ClusterTie(rows[link.From], rows[link.To], ClusterTieKind.Knowledge, Trust)),
            .. population.Ties.Where(tie => tie.Kind == ClusterTieKind.External),
        ];
    }
}
