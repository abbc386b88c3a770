using Karkhana.Core.Measures;
using Karkhana.Methods.Networks;

namespace Karkhana.Methods.Experiments;

/// <summary>A cascade as a measure.</summary>
public static class ThresholdCascadeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ThresholdNetwork, ThresholdCascadeOptions, ThresholdCascadeResult>(
        "experiments.threshold-cascade",
        "How far a practice spreads on a network when each needs enough of its neighbours to go first.",
        ThresholdCascade.Source,
        [NetworkInput.Spec, new InputSpec("nodes", "id of each node; optional threshold, seed (1 is active at the start)", Required: false)],
        [
            new OutputSpec("step", OutputShape.Vector, "0, 1, ..."),
            new OutputSpec("active_count", OutputShape.Vector, "active nodes after the step"),
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("active", OutputShape.Vector, "1 when active in the end, else 0"),
            new OutputSpec("activation_step", OutputShape.Vector, "step in which the node became active; null for never"),
        ],
        ThresholdNetwork.Read,
        ThresholdCascade.Estimate);
}
