using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>From a quarter on buyers ask for a quality; makers whose product capability is lower lose a part of their demand.</summary>
public sealed record QualityShock : ScenarioEvent
{
    /// <summary>Gets the first quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets the product capability that the asked quality needs.</summary>
    /// <value>From 0 to 1; 0.4 unless set.</value>
    public double Capability { get; init => field = Require.Between(value, 0, 1); } = 0.4;

    /// <summary>Gets the share of its demand that a maker below it keeps.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double Kept { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter == Start)
        {
            run.World.QualityThreshold = UnitCost.Quality(run.Parameters, Capability);
            run.World.DemandBelowThreshold = Kept;
        }
    }
}
