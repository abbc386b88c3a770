using System.Diagnostics;
using Karkhana.Core.Execution;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>Answers what levers change in the model of a study's own cluster, and how far that can be relied on.</summary>
public static class PolicyStudy
{
    private const int LeastFactHorizon = 44;
    private const int LeastDrillDraws = 50;
    private const int MostDrillDraws = 500;
    private const int LeastHistoryRuns = 10;

    /// <summary>Runs policies, robustness, stylised facts and world scenarios.</summary>
    /// <remarks>
    /// Policies as <see cref="PolicySimulation"/> runs them; regret over parameter draws; where the order would be another; how far
    /// the first gain hangs on each parameter; stylised facts and world scenarios of framework 5.11 and 5.12 with the same draws.
    /// Cost: that of the policies, plus fourteen runs per replicate of the facts and ten per replicate of the world. The same study,
    /// options and version give the same result for any number of workers.
    /// </remarks>
    /// <param name="findings">What the diagnosis found.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="execution">Workers, progress, and the store that lets a stopped run go on.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The result, or null when the study scores the capability of fewer than ten firms.</returns>
    public static PolicyStudyResult? Run(
        Findings findings, PolicyStudyOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        options ??= new PolicyStudyOptions();
        Dictionary<string, double> seconds = new(StringComparer.Ordinal);
        if (Timed("policies", () => PolicySimulation.Run(findings, options.Policies, execution, cancellationToken)) is not { } simulation)
        {
            return null;
        }

        bool isPunjab = !options.IsBrief && findings.Study.Settings.History == StudyHistory.Punjab;
        PolicyEffect first = simulation.Shown[0].Effect;
        return new PolicyStudyResult
        {
            Simulation = simulation,
            Robustness = PolicyRobustness.Estimate(simulation.Compared, null, null, execution, cancellationToken),
            Overturns = RankingOverturn.Estimate(simulation.Compared, simulation.Ranking, null, execution, cancellationToken),
            Sensitivity = PolicySensitivity.Estimate(simulation.Compared, first.Scenario, null, execution, cancellationToken),
            Variance = options.SensitivityPoints == 0 || simulation.BelowMinimum is not null
                ? null
                : Timed("sensitivity", () => GainVariance.Estimate(simulation, first.Scenario, options.SensitivityPoints, execution, cancellationToken)),
            Facts = options.FactReplicates == 0 ? null : Timed("stylised facts", () => Facts(simulation, options, execution, cancellationToken)),
            World = options.WorldReplicates == 0 ? null : Timed("world scenarios", () => World(simulation, options, execution, cancellationToken)),
            Drills = isPunjab ? Timed("history", () => Drills(simulation, execution, cancellationToken)) : null,
            Tubewells = isPunjab ? Timed("history", () => Tubewells(options, simulation, execution, cancellationToken)) : null,
            IsBrief = options.IsBrief,
            Seconds = seconds,
        };

        T Timed<T>(string stage, Func<T> work)
        {
            long start = Stopwatch.GetTimestamp();
            T result = work();
            seconds[stage] = Math.Round(seconds.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(start).TotalSeconds, 3);
            return result;
        }
    }

    private static StylisedFactsResult Facts(
        PolicySimulationResult simulation, PolicyStudyOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        SimulationOptions model = simulation.Options.Model;
        return StylisedFacts.Estimate(
            simulation.Population, simulation.Parameters.Parameters,
            new StylisedFactsOptions
            {
                Replicates = options.FactReplicates,
                Simulation = model with { Minimal = false, Horizon = Math.Max(model.Horizon, LeastFactHorizon) },
            },
            execution, cancellationToken);
    }

    // A short look at the policies gets short histories.
    private static DrillImitationResult Drills(PolicySimulationResult simulation, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        DrillImitation.Estimate(
            new DrillImitationOptions { Replicates = Math.Clamp(3 * simulation.Options.Replicates, LeastDrillDraws, MostDrillDraws), Seed = simulation.Options.Model.Seed },
            execution, cancellationToken);

    private static TubewellHistoryResult Tubewells(
        PolicyStudyOptions options, PolicySimulationResult simulation, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        TubewellHistory.Estimate(
            options: new TubewellHistoryOptions { Replicates = Math.Max(LeastHistoryRuns, options.WorldReplicates), Seed = simulation.Options.Model.Seed },
            execution: execution, cancellationToken: cancellationToken);

    private static ScenarioStudyResult World(
        PolicySimulationResult simulation, PolicyStudyOptions options, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        ScenarioStudy.Estimate(
            simulation.Population, null, simulation.Parameters.Parameters,
            new ScenarioRunOptions { Replicates = options.WorldReplicates, Simulation = simulation.Options.Model }, execution, cancellationToken);
}
