using Karkhana.Core.Exchange;

namespace Karkhana.Simulation;

/// <summary>A firm at one moment of a run.</summary>
public sealed record FirmSnapshot
{
    /// <summary>Gets the firm's number.</summary>
    public required int Agent { get; init; }

    /// <summary>Gets the position of its place.</summary>
    public required int Place { get; init; }

    /// <summary>Gets a value indicating whether it lies in a cluster.</summary>
    public required bool Clustered { get; init; }

    /// <summary>Gets its stage.</summary>
    public required FirmStage Stage { get; init; }

    /// <summary>Gets its workers.</summary>
    public required double Workers { get; init; }

    /// <summary>Gets K by function.</summary>
    public required IReadOnlyList<double> Capability { get; init; }

    /// <summary>Gets the mean of K over functions.</summary>
    public required double MeanCapability { get; init; }

    /// <summary>Gets γ, policies included.</summary>
    public required double AbsorptiveCapacity { get; init; }

    /// <summary>Gets e of the last quarter.</summary>
    public required double Effort { get; init; }

    /// <summary>Gets c e of the last quarter.</summary>
    public required double EffortCost { get; init; }

    /// <summary>Gets the regime of the last quarter.</summary>
    public required LearningRegime Regime { get; init; }

    /// <summary>Gets its cash.</summary>
    public required double Cash { get; init; }

    /// <summary>Gets the profit of the last quarter; 0 in minimal mode.</summary>
    public required double Profit { get; init; }

    /// <summary>Gets ties to other firms.</summary>
    public required int Ties { get; init; }

    /// <summary>Gets a value indicating whether it has received a policy.</summary>
    public required bool Treated { get; init; }

    /// <summary>Gets the firms of a run that are alive, in the order of slots.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The firms.</returns>
    internal static IReadOnlyList<FirmSnapshot> Of(ClusterRun run)
    {
        List<FirmSnapshot> snapshots = new(run.Firms.AliveCount);
        for (int slot = 0; slot < run.Firms.Count; slot++)
        {
            if (run.Firms.Alive[slot])
            {
                snapshots.Add(Of(run, slot));
            }
        }

        return snapshots;
    }

    /// <summary>Gets one firm.</summary>
    /// <param name="run">The run.</param>
    /// <param name="slot">Its slot.</param>
    /// <returns>The firm.</returns>
    internal static FirmSnapshot Of(ClusterRun run, int slot)
    {
        FirmColumns firms = run.Firms;
        return new FirmSnapshot
        {
            Agent = firms.Agent[slot],
            Place = firms.Place[slot],
            Clustered = firms.Clustered[slot],
            Stage = firms.Stage[slot],
            Workers = firms.Workers[slot],
            Capability = firms.Capability.AsSpan(slot * firms.Stride, firms.Functions).ToArray(),
            MeanCapability = firms.MeanCapability(slot),
            AbsorptiveCapacity = run.Mechanisms.AbsorptiveCapacity[slot],
            Effort = firms.Effort[slot],
            EffortCost = firms.EffortCost[slot],
            Regime = firms.Regime[slot],
            Cash = firms.Cash[slot],
            Profit = firms.Profit[slot],
            Ties = slot < run.Ties.Outside.Length ? run.Ties.First[slot + 1] - run.Ties.First[slot] : 0,
            Treated = run.Interventions.Any(state => state.Treated(slot)),
        };
    }
}
