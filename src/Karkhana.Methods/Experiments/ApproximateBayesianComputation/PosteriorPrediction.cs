using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Methods.Experiments;

/// <summary>What a model gives, under parameters that were found elsewhere, of what a search never saw.</summary>
public static class PosteriorPrediction
{
    /// <summary>Runs a model once for each accepted set and compares.</summary>
    /// <remarks>
    /// The same check as that of the search (<see cref="PredictiveCheck"/>): the weighted share of runs, with the error of observation added, that do not exceed
    /// what was observed. Run i has the address i. With a store in the execution options finished blocks are kept. Cost: a run of the model for each set.
    /// Source: Gelman, Meng and Stern 1996, Statistica Sinica 6:733-760, of data that were held out.
    /// </remarks>
    /// <param name="posterior">The sets, with their weights.</param>
    /// <param name="observed">What was observed and the search did not see, in the order of the model's summaries.</param>
    /// <param name="simulator">The model of what was held out; it takes the parameters that were searched for.</param>
    /// <param name="execution">Workers, progress and the store of kept runs.</param>
    /// <param name="cancellationToken">Stops the runs.</param>
    /// <returns>A check for each summary, marked as held out.</returns>
    public static IReadOnlyList<PredictiveCheck> Estimate(
        ApproximateBayesianComputationResult posterior, IReadOnlyList<ObservedSummary> observed, ISummarySimulator simulator,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(simulator);
        Require.That(observed.Count > 0, nameof(observed), "must hold at least one summary; it held none");
        string sets = string.Join("; ", posterior.Values.Select(set => string.Join(' ', set.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))));
        ReplicateRows predicted = ReplicateEngine.Local.ExecuteResumable(
            new SetsJob(simulator, observed.Count, posterior.Values, 0),
            string.Create(CultureInfo.InvariantCulture, $"{simulator.Key}; held out; {sets}"), execution, cancellationToken);
        return PosteriorSummary.Checks([.. observed.Select(summary => summary with { HeldOut = true })], posterior.Weights, predicted);
    }
}
