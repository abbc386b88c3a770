using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Triad census as a measure.</summary>
public static class TriadCensusMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, TriadCensusResult>(
        "networks.triad-census",
        "Counts of the 16 directed triad types.",
        TriadCensus.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("type", OutputShape.Vector, "003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300"),
            new OutputSpec("count", OutputShape.Vector, "triads"),
        ],
        Graph.Read,
        TriadCensus.Estimate);
}
