using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Simulation;
using Xunit;

namespace Karkhana.Tests.Simulation;

/// <summary>Small populations and parameters with most of the model switched off.</summary>
internal static class SimulatedFirms
{
    /// <summary>Minimal mode without burn-in, every quarter checked.</summary>
    public static SimulationOptions Minimal(int horizon) =>
        new() { Minimal = true, BurnIn = 0, Horizon = horizon, CheckInvariants = true };

    /// <summary>The full model with a short burn-in, every quarter checked.</summary>
    public static SimulationOptions Full(int horizon = 12) => new() { BurnIn = 6, Horizon = horizon, CheckInvariants = true };

    /// <summary>Parameters without spread, copying, depreciation, growth of the frontier or knowledge from others.</summary>
    public static ClusterParameters Alone { get; } = new()
    {
        IncentiveSpread = 0,
        LeakageStrength = 0,
        Depreciation = 0,
        FrontierGrowth = 0,
        PassiveRate = 0,
        InteractiveRate = 0,
        OutsideRate = 0,
        LeastScale = 0,
        SlackAtTenWorkers = double.PositiveInfinity,
    };

    public static ClusterFirm Firm(int agent, double capability, double x = 0) => new()
    {
        Agent = agent,
        X = x,
        Y = 0,
        Capability = [capability],
        IncentiveDeviation = 0,
    };

    public static ClusterPopulation Of(params ClusterFirm[] firms) => new() { Firms = firms, Synthetic = true };

    /// <summary>A cluster with dispersed firms; a sixth of the usual size, to be quick.</summary>
    public static ClusterPopulation Cluster(int functions = 6) =>
        SyntheticPopulation.Draw(new SyntheticPopulationOptions { Clustered = 24, Dispersed = 12, Functions = functions, HalfWidth = 20 });

    public static Intervention PolicyOf(string id, params Dose[] doses) => new() { Id = id, Title = id, Doses = doses };

    public static Dose Log(DoseTarget target, double amount) => new(target, amount, DoseScale.Log);

    public static Dose Level(DoseTarget target, double amount) => new(target, amount, DoseScale.Level);

    /// <summary>A run that stops with the test.</summary>
    public static ClusterPanel Simulated(
        ClusterPopulation population, ClusterParameters? parameters = null, SimulationOptions? options = null,
        ClusterScenario? scenario = null, int replicate = 0) =>
        ClusterLearningModel.Simulate(population, parameters, options, scenario, replicate, TestContext.Current.CancellationToken);

    /// <summary>Runs that stop with the test.</summary>
    public static IReadOnlyList<ScenarioRun> AllRuns(
        ClusterPopulation population, IReadOnlyList<ClusterScenario> scenarios, IReadOnlyList<ClusterParameters> draws,
        ScenarioRunOptions? options = null, ExecutionOptions? execution = null) =>
        ScenarioRuns.Run(population, scenarios, draws, options, execution, TestContext.Current.CancellationToken);

    /// <summary>All numbers of a panel, to compare bits.</summary>
    public static double[] Numbers(ClusterPanel panel) =>
    [
        .. panel.Quarters.SelectMany(quarter => new[]
        {
            quarter.All.MeanCapability, quarter.All.CapabilitySpread, quarter.All.MeanEffort, quarter.All.MeanCash, quarter.Interactive,
            quarter.Passive, quarter.Mobile, quarter.Outside, quarter.OwnEffort, quarter.Asked, quarter.Contributors,
        }),
        .. panel.FirmsAtEnd.SelectMany(firm => new[]
        {
            firm.Agent, firm.Workers, firm.Effort, firm.EffortCost, (double)firm.Regime, firm.Cash, firm.Profit, firm.Ties,
        }.Concat(firm.Capability)),
    ];
}
