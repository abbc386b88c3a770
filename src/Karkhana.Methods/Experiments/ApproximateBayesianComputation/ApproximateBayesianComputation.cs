using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Which parameters of a simulation model give what was observed: approximate Bayesian computation by sequential Monte Carlo.</summary>
public static class ApproximateBayesianComputation
{
    private const string Source =
        "Beaumont et al. 2009, doi:10.1093/biomet/asp052; Fearnhead & Prangle 2012, doi:10.1111/j.1467-9868.2011.01010.x; Beaumont et al. 2002, doi:10.1093/genetics/162.4.2025";

    /// <summary>Searches for the parameters.</summary>
    /// <remarks>
    /// Generation 0 keeps the nearest N of draws from the prior. Generation t takes sets of the one before by their weights, moves them
    /// (drawn towards the mean, normal step) and keeps the first N whose distance is at most the tolerance, a quantile of the distances before; weight =
    /// prior / Σ_j w_j K(set | set j). Moves are made in the normal scores of the prior (<see cref="JointPrior"/>), where nothing has a bound.
    /// Distance of a run: Σ ((e(observed) − e(simulated))/s)², e the estimates of the scores by regression on the summaries and their squares over the draws from the
    /// prior, s what these leave open; or Σ ((observed − simulated)/standard error)². To what a run gives the error of observation is added, independent by summary.
    /// It stops after the last generation, at the least tolerance, when too few attempts are accepted, or when the runs are spent (the nearest N of the last attempts
    /// then count, if nearer than before); what was reached is a note. Last, scores are adjusted by a local linear regression on the summaries to what was observed, with
    /// weights times Epanechnikov's kernel, and the model runs once for each set for the predictive checks.
    /// Attempts are made in batches of N and accepted in their order, so any number of workers gives the same bits; with a store in the
    /// execution options finished blocks are kept and a run that was killed goes on.
    /// The result is an approximation: at a tolerance above zero the posterior is as a rule wider than the true one, and says nothing of a model that cannot give the observations.
    /// Cost: the runs of the model; N² steps of the number of parameters squared per generation for the weights.
    /// Source: Toni et al. 2009, doi:10.1098/rsif.2008.0172; Beaumont et al. 2009, doi:10.1093/biomet/asp052; Fearnhead and Prangle 2012,
    /// doi:10.1111/j.1467-9868.2011.01010.x (estimates as summaries); Beaumont, Zhang and Balding 2002, doi:10.1093/genetics/162.4.2025 (adjustment); Liu and West 2001,
    /// doi:10.1007/978-1-4757-3437-9_10 (moves); Wilkinson 2013, doi:10.1515/sagmb-2013-0010 (error). Agrees with: the exact posterior of a normal mean and of a normal regression
    /// within Monte-Carlo error.
    /// </remarks>
    /// <param name="prior">What is believed of the parameters.</param>
    /// <param name="observed">What the model is to reproduce; at least one that is not held out.</param>
    /// <param name="simulator">The model.</param>
    /// <param name="options">How to search.</param>
    /// <param name="execution">Workers, progress and the store of kept runs.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The accepted sets with weights, the posterior of each parameter, the check on each summary.</returns>
    public static ApproximateBayesianComputationResult Estimate(
        JointPrior prior, IReadOnlyList<ObservedSummary> observed, ISummarySimulator simulator,
        ApproximateBayesianComputationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(simulator);
        options ??= new ApproximateBayesianComputationOptions();
        Require.That(
            observed.Any(summary => !summary.HeldOut), nameof(observed), "must hold at least one summary that the search may use");
        Require.That(
            options.Simulations >= options.Particles, nameof(options),
            $"must allow as many runs as sets are kept; {options.Simulations} runs, {options.Particles} sets");
        SearchProblem problem = new(prior, observed, simulator, options);
        ParameterSearch search = new(problem, execution, cancellationToken);
        string stopped = search.Run();
        Particles? adjusted = options.Adjust ? RegressionAdjustment.Of(problem, search.Particles) : null;
        Particles found = adjusted ?? search.Particles;
        double[][] values = PosteriorSummary.Values(prior, found);
        ReplicateRows predicted = search.Predict(values);
        return new ApproximateBayesianComputationResult
        {
            Prior = prior,
            Parameters = PosteriorSummary.Of(prior, found),
            Checks = PosteriorSummary.Checks(problem.Observed, found.Weights, predicted),
            Values = values,
            Weights = found.Weights,
            Summaries = [.. Enumerable.Range(0, predicted.Count).Select(run => predicted.Row(run).ToArray())],
            Generations = search.Generations,
            Adjusted = adjusted is not null,
            Notes = Notes(search, stopped, found, options.Adjust && adjusted is null),
            Provenance = new Provenance(
                "approximate Bayesian computation", string.Create(
                    CultureInfo.InvariantCulture,
                    $"particles = {options.Particles}, generations = {options.Generations}, tolerance quantile = {options.ToleranceQuantile}, runs = {options.Simulations}, statistics = {options.Statistics}, error = {options.AddError}, adjusted = {adjusted is not null}"),
                Source, options.Seed),
        };
    }

    private static List<Note> Notes(ParameterSearch search, string stopped, Particles found, bool notAdjusted)
    {
        Generation last = search.Generations[^1];
        List<Note> notes =
        [
            new("search-stopped", Severity.Information, string.Create(
                CultureInfo.InvariantCulture,
                $"The search stopped because {stopped}. Tolerance reached: {last.Tolerance:G4}; {search.Attempts} runs of the model; effective number of sets {found.EffectiveSize:F0}.")),
        ];
        if (found.EffectiveSize < 30)
        {
            notes.Add(new Note("few-effective-sets", Severity.Warning, string.Create(
                CultureInfo.InvariantCulture,
                $"Only {found.EffectiveSize:F0} sets carry the weight; limits of parameters are rough. More sets are needed.")));
        }

        if (notAdjusted)
        {
            notes.Add(new Note("not-adjusted", Severity.Information,
                "There are too few sets for the number of summaries to adjust them to what was observed; limits of parameters are wider for that reason."));
        }

        return notes;
    }
}
