using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>For some quarters power is there for a part of the time only.</summary>
public sealed record PowerCrisis : ScenarioEvent
{
    /// <summary>Gets the first quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets the quarters that it lasts.</summary>
    /// <value>From 1; 8 unless set.</value>
    public int Quarters { get; init => field = Require.Between(value, 1, 100_000); } = 8;

    /// <summary>Gets the share of time with power.</summary>
    /// <value>Above 0 to 1; 0.7 unless set.</value>
    public double Uptime { get; init => field = Require.Between(value, 1e-6, 1); } = 0.7;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter == Start)
        {
            run.World.Uptime *= Uptime;
            run.MechanismsChanged = true;
        }
        else if (run.Quarter == Start + Quarters)
        {
            run.World.Uptime /= Uptime;
            run.MechanismsChanged = true;
        }
    }
}
