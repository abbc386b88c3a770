using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Policies;
using Karkhana.Methods.Experiments;
using Karkhana.Policy;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>Which parameters the variance of the gain of a policy comes from: Sobol indices over runs of a design of their own.</summary>
public static class GainVariance
{
    private const int Resamples = 500;

    /// <summary>Runs the design and estimates the indices.</summary>
    /// <remarks>
    /// Saltelli's design in the quantiles of the draws of each parameter: each moves over its own draws, calibrated or not, and independently of the others; what
    /// hangs together in the draws does not here, since indices of inputs that do are not unique. All runs of a base point share their random numbers. The gain is mean
    /// capability at the end with the policy less that with nothing done. What chance makes of the gain within a base point counts as an input that is not named: with
    /// first orders, interactions and that the shares are one. Cost: base points × (parameters + 2) runs, with the policy and without. Source: framework 5.11;
    /// Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018. Agrees with: experiments.saltelli-design, experiments.sobol-index.
    /// </remarks>
    /// <param name="simulation">What was simulated: firms, draws of parameters, policies.</param>
    /// <param name="policy">The id of the policy.</param>
    /// <param name="points">The base points, a power of 2 from 8.</param>
    /// <param name="execution">Workers, progress, and the store that lets a stopped run go on.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The indices; null when no parameter varies.</returns>
    public static GainVarianceResult? Estimate(
        PolicySimulationResult simulation, string policy, int points, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        Require.Between(points, 8, 65_536, nameof(points));
        PlannedPolicy? planned = simulation.Policies.Find(policy);
        Require.That(planned is { Intervention.IsBaseline: false }, nameof(policy), $"must be a policy other than doing nothing, one of {string.Join(", ", simulation.Comparison.Effects.Select(effect => effect.Scenario))}; it was {policy}");
        (string Name, double[] Sorted)[] varied =
        [
            .. simulation.Parameters.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Order().ToArray()))
                .Where(pair => pair.Item2[^1] > pair.Item2[0]),
        ];
        if (varied.Length == 0)
        {
            return null;
        }

        SaltelliDesignResult design = SaltelliDesign.Estimate(
            new SaltelliDesignOptions
            {
                Bounds = [.. varied.Select(_ => new[] { 0.0, 1 })],
                BaseCount = points,
                SecondOrder = false,
                Randomisation = PointRandomisation.DigitalShift,
                Seed = simulation.Options.Model.Seed,
            },
            null, cancellationToken);
        double[] gains = Gains(simulation, planned!, varied, design, execution, cancellationToken);
        return new GainVarianceResult
        {
            Policy = policy,
            Points = points,
            Runs = design.Design.Runs,
            Indices = SobolIndex.Estimate(
                SobolEvaluations.Of(design, gains).Named([.. varied.Select(one => one.Name)]),
                new SobolIndexOptions { Resamples = Resamples, Seed = simulation.Options.Model.Seed }, execution, cancellationToken),
        };
    }

    private static double[] Gains(
        PolicySimulationResult simulation, PlannedPolicy policy, (string Name, double[] Sorted)[] varied, SaltelliDesignResult design,
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        string[] names = [.. varied.Select(one => one.Name)];
        ClusterParameters others = simulation.Parameters.Parameters[0];
        ClusterParameters[] sets = [.. Enumerable.Range(0, design.Design.Runs).Select(run => ModelParameter.Apply(
            others, names, [.. varied.Select((one, input) => Quantiles.Type7(one.Sorted, design.Design[run, input]))]))];
        IReadOnlyList<ScenarioRun> runs = ScenarioRuns.Run(
            simulation.Population, [new ClusterScenario { Id = simulation.Comparison.Baseline }, ClusterScenario.Of(policy.Intervention)], sets,
            new ScenarioRunOptions { Replicates = sets.Length, SharedBy = varied.Length + 2, Simulation = simulation.Options.Model }, execution, cancellationToken);
        return [.. runs[1].Outcomes.Values(OutcomeNames.CapabilityMean).Zip(runs[0].Outcomes.Values(OutcomeNames.CapabilityMean), (with, without) => with - without)];
    }
}
