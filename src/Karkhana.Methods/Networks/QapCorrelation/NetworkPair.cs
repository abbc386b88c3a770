using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Two networks of the same nodes.</summary>
/// <param name="First">The network whose nodes change places.</param>
/// <param name="Second">The other.</param>
/// <param name="Permutations">Orders of the nodes from 0, or null to draw them.</param>
public sealed record NetworkPair(DyadMatrix First, DyadMatrix Second, IReadOnlyList<int[]>? Permutations = null)
{
    internal static NetworkPair Read(MeasureRequest request)
    {
        DyadMatrix[] networks = DyadMatrix.ReadAll(request, ["network", "other"]);
        return new NetworkPair(networks[0], networks[1], NodePermutations.Read(request));
    }

    internal void Check() => Require.That(
        First.Nodes.SequenceEqual(Second.Nodes, StringComparer.Ordinal), nameof(Second), "must have the nodes of the first network in the same order; it had others");
}
