using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Asks whether runs have settled when policies start.</summary>
public static class BurnInCheck
{
    private const int MostReplicates = 20;
    private const int LeastBatches = 4;
    private const int UsualBatch = 5;

    /// <summary>Finds the burn-in of least marginal standard error (MSER) and sets it beside the one that is used.</summary>
    /// <remarks>
    /// Mean capability of all firms in each quarter with nothing done, from the first on, averaged over at most 20 replicates; batches of five
    /// quarters (fewer in runs of less than 20). The same random numbers as the runs that policies are compared in. MSER drops at most half of
    /// the batches; that much says that the run is too short or never settles. Cost: 20 × (burn-in + horizon) × firms. Source: White 1997,
    /// doi:10.1177/003754979706900601, as in <see cref="WarmUpTruncation"/>. Agrees with: that measure on the same series.
    /// </remarks>
    /// <param name="population">What the model starts from.</param>
    /// <param name="parameterDraws">Draws of the parameters, at least one.</param>
    /// <param name="options">How the model runs, and how many replicates there are.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>The check, or null for runs of fewer than four quarters.</returns>
    /// <exception cref="ArgumentException">No draw of parameters, or a population that can't be simulated.</exception>
    public static BurnInCheckResult? Estimate(
        ClusterPopulation population,
        IReadOnlyList<ClusterParameters> parameterDraws,
        ScenarioRunOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameterDraws);
        Require.That(parameterDraws.Count > 0, nameof(parameterDraws), "must have at least one draw; it had none");
        options ??= new ScenarioRunOptions();
        SimulationOptions simulation = options.Simulation;
        int quarters = simulation.BurnIn + simulation.Horizon;
        if (quarters < LeastBatches)
        {
            return null;
        }

        ReplicateRows rows = ReplicateEngine.Local.Execute(
            new BurnInJob(ClusterStart.Of(population, simulation.Minimal), parameterDraws, simulation, Math.Min(MostReplicates, options.Replicates)),
            execution, cancellationToken);
        double[] means = [.. Enumerable.Range(0, quarters).Select(quarter => Sums.Mean(rows.Column(quarter)))];
        WarmUpTruncationResult found = WarmUpTruncation.Estimate(
            new OutputSeries(means), new WarmUpTruncationOptions { BatchSize = Math.Min(UsualBatch, quarters / LeastBatches) },
            cancellationToken: cancellationToken);
        return new BurnInCheckResult(simulation.BurnIn, found.Truncation, found.Truncation < found.Dropped[^1], rows.Count, quarters);
    }
}
