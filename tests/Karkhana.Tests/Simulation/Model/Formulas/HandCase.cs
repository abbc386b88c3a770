using Karkhana.Simulation;

namespace Karkhana.Tests.Simulation.Model.Formulas;

/// <summary>Two or three firms whose numbers are computed by hand, and a run of them before its first quarter.</summary>
internal static class HandCase
{
    /// <summary>Nothing spreads, drifts, fades or copies; each test switches on what it looks at.</summary>
    public static ClusterParameters Still { get; } = new()
    {
        IncentiveSpread = 0,
        LeakageStrength = 0,
        Depreciation = 0,
        FrontierGrowth = 0,
        PassiveRate = 0,
        InteractiveRate = 0,
        OutsideRate = 0,
        WorkerMobility = 0,
        GroupProposals = 0,
        TieFormation = 0,
        TieDecayRate = 0,
        DemandSpread = 0,
        GrowthSpread = 0,
        EntryConstant = -50,
        LossQuarters = 1000,
    };

    public static ClusterFirm Firm(int agent, params double[] capability) => new()
    {
        Agent = agent,
        X = 0,
        Y = 0,
        Capability = capability,
        IncentiveDeviation = 0,
        Cash = 100,
    };

    public static ClusterPopulation Of(ClusterFirm[] firms, params ClusterTie[] ties) => new() { Firms = firms, Ties = ties, Synthetic = true };

    public static ClusterTie Tie(int from, int to, double trust) => new(from, to, ClusterTieKind.Knowledge, trust);

    public static ClusterRun Begin(ClusterPopulation population, ClusterParameters parameters, bool minimal = false, int replicate = 0)
    {
        ClusterRun run = new(
            ClusterStart.Of(population, minimal), new SimulationOptions { BurnIn = 0, Minimal = minimal, CheckInvariants = true });
        run.Begin(parameters, replicate);
        return run;
    }
}
