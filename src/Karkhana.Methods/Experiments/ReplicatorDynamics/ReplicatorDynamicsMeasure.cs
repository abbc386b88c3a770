using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Replicator dynamics as a measure.</summary>
public static class ReplicatorDynamicsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MarketShares, ReplicatorDynamicsOptions, ReplicatorDynamicsResult>(
        "experiments.replicator-dynamics",
        "Market shares under replicator dynamics with constant fitness.",
        ReplicatorDynamics.Source,
        [new InputSpec("firms", "share, fitness")],
        [
            new OutputSpec("share", OutputShape.Matrix, "rows by time, columns by firm 1, 2, ..."),
            new OutputSpec("time", OutputShape.Vector, "times"),
            new OutputSpec("herfindahl", OutputShape.Vector, "sum of squared shares"),
            new OutputSpec("mean_fitness", OutputShape.Vector, "fitness weighted by shares"),
        ],
        MarketShares.Read,
        ReplicatorDynamics.Estimate);
}
