using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Hubs authorities as a measure.</summary>
public static class HubsAuthoritiesMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, HubsAuthoritiesOptions, HubsAuthoritiesResult>(
        "networks.hubs-authorities",
        "Kleinberg hub and authority scores.",
        HubsAuthorities.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("hub", OutputShape.Vector, "largest is 1"),
            new OutputSpec("authority", OutputShape.Vector, "largest is 1"),
        ],
        Graph.Read,
        HubsAuthorities.Estimate);
}
