using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Bonacich power as a measure.</summary>
public static class BonacichPowerMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, BonacichPowerOptions, NodeScoresResult>(
        "networks.bonacich-power",
        "Power from ties to the powerful, or to the weak when beta is negative.",
        BonacichPower.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("power; squares add up to n"),
        Graph.Read,
        BonacichPower.Estimate);
}
