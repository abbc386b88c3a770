using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Methods.Networks;
using Karkhana.Methods.Spatial;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations of the nodes of a network.</summary>
/// <param name="Sample">The observations, one row per node, in the order of the nodes.</param>
/// <param name="Network">A tie from each node to those that it looks to.</param>
public sealed record NetworkSample(RegressionSample Sample, Graph Network)
{
    internal static IReadOnlyList<InputSpec> Inputs { get; } =
    [
        new InputSpec("sample", RegressionSample.Roles + ", optional id (without it the rows are those of the network)"),
        NetworkInput.Spec,
    ];

    /// <summary>Reads the inputs <c>sample</c> (variables, id) and <c>network</c> of a request.</summary>
    /// <remarks>With an id the rows are matched with the nodes; rows that the network does not name have no ties. Without one the rows
    /// must be in the order of the nodes.</remarks>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static NetworkSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RegressionSample sample = RegressionSample.Read(request);
        Graph network = Graph.Read(request);
        if (request.Table("sample").OptionalTexts("id") is not { } ids)
        {
            return new NetworkSample(sample, network);
        }

        int[] places = new UnitPositions(ids, "sample").Of([.. network.Nodes], "network", "its nodes");
        return new NetworkSample(sample, Graph.Of(ids, network.Ties().Select(tie => (places[tie.From], places[tie.To], tie.Value))));
    }

    /// <summary>Gives the ties as weights of neighbours.</summary>
    internal SpatialSample ToSpatial()
    {
        Require.SameLength(Sample.Data.RowCount, Network.NodeCount, nameof(Network));
        List<int> from = new(Network.TieCount);
        List<int> to = new(Network.TieCount);
        List<double> values = new(Network.TieCount);
        foreach ((int sender, int receiver, double value) in Network.Ties())
        {
            bool usable = value > 0 && double.IsFinite(value);
            Require.That(usable, nameof(Network), usable ? "" : FormattableString.Invariant(
                $"must have ties of positive, finite value; that from {Network.Nodes[sender]} to {Network.Nodes[receiver]} was {value}"));
            from.Add(sender);
            to.Add(receiver);
            values.Add(value);
        }

        return new SpatialSample(Sample, SpatialWeights.Of(Network.Nodes, from, to, values));
    }
}
