using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>Over some quarters a share of skilled staff leaves the region, with what they know and can take in.</summary>
/// <remarks>
/// Each quarter all firms lose the same part of their absorptive capacity, so that the share is gone at the end, and of their
/// capability what movers carry: that part × ζ. Unlike moves between firms nobody gains it.
/// </remarks>
public sealed record SkilledEmigration : ScenarioEvent
{
    /// <summary>Gets the first quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets the quarters over which they leave.</summary>
    /// <value>From 1; 4 unless set.</value>
    public int Quarters { get; init => field = Require.Between(value, 1, 100_000); } = 4;

    /// <summary>Gets the share that has left at the end.</summary>
    /// <value>From 0 below 1; 0.2 unless set.</value>
    public double Share { get; init => field = Require.Between(value, 0, 1 - 1e-9); } = 0.2;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter < Start || run.Quarter >= Start + Quarters)
        {
            return;
        }

        double stay = Math.Pow(1 - Share, 1.0 / Quarters);
        double kept = 1 - ((1 - stay) * run.Parameters.KnowledgePerMove);
        FirmColumns firms = run.Firms;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            run.Mechanisms.StartAbsorptiveCapacity[slot] *= stay;
            foreach (ref double capability in firms.Capability.AsSpan(slot * firms.Stride, firms.Functions))
            {
                capability *= kept;
            }
        }

        run.MechanismsChanged = true;
    }
}
