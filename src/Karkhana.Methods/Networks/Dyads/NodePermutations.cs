using Karkhana.Core.Inference;
using Karkhana.Core.Measures;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Orders of the nodes: given ones, or drawn ones, each from its own address.</summary>
internal sealed class NodePermutations
{
    private readonly int _nodes;
    private readonly IReadOnlyList<int[]>? _given;
    private readonly ulong _seed;

    public NodePermutations(int nodes, IReadOnlyList<int[]>? given, int replicates, ulong seed)
    {
        if (given is not null)
        {
            GivenPermutations.Check(given, nodes);
        }

        (_nodes, _given, _seed) = (nodes, given, seed);
        Count = given?.Count ?? replicates;
    }

    public static InputSpec Spec { get; } = new(
        "permutations", "optional id; all other columns are positions of nodes from 1, one row per simulation", Required: false);

    public int Count { get; }

    public bool Given => _given is not null;

    /// <summary>Gets the seed, or null when orders were given.</summary>
    public ulong? Seed => Given ? null : _seed;

    public static IReadOnlyList<int[]>? Read(MeasureRequest request) =>
        request.OptionalTable("permutations") is { } table ? GivenPermutations.Read(table) : null;

    public int[] Order(int replicate)
    {
        if (_given is not null)
        {
            return _given[replicate];
        }

        int[] order = new int[_nodes];
        for (int node = 0; node < _nodes; node++)
        {
            order[node] = node;
        }

        new RandomStream(_seed, RandomPurpose.ValuePermutation, replicate).Shuffle<int>(order);
        return order;
    }

    /// <summary>Gives the share of simulated values that count as extreme; drawn orders add the observed one, so that
    /// chance alone never gives 0.</summary>
    public double Share(double observed, double[] simulated, Alternative alternative)
    {
        if (!Given || double.IsNaN(observed))
        {
            return PermutationPValue.Of(observed, simulated, alternative);
        }

        double defined = simulated.Count(value => !double.IsNaN(value));
        return simulated.Count(value => alternative == Alternative.Less ? value <= observed : value >= observed) / defined;
    }
}
