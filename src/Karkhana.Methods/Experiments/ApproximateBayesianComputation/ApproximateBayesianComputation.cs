using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Which parameters of a simulation model give what was observed: approximate Bayesian computation by sequential Monte Carlo.</summary>
public static class ApproximateBayesianComputation
{
    /// <summary>Searches for the parameters.</summary>
    /// <remarks>
    /// Distance of a run: Σ ((observed − simulated)/standard error)². Generation 0 keeps the first N draws from the prior. Generation t
    /// takes sets of the one before by their weights, moves them by a normal step with twice their weighted covariance
    /// and keeps the first N whose distance is at most the tolerance, a quantile of the distances before; weight =
    /// prior / Σ_j w_j K(set | set j). Moves are made in the normal scores of the prior (<see cref="JointPrior"/>), where nothing has a bound. It
    /// stops after the last generation, at the least tolerance, when too few attempts are accepted, or when the runs are spent; what was reached is a note.
    /// Attempts are made in batches of N and accepted in their order, so any number of workers gives the same bits; with a store in the
    /// execution options finished blocks are kept and a run that was killed goes on.
    /// The result is an approximation: at a tolerance above zero the posterior is wider than the true one, and says nothing of a model that cannot give the observations.
    /// Cost: the runs of the model; N² steps of the number of parameters squared per generation for the weights.
    /// Source: Toni et al. 2009, doi:10.1098/rsif.2008.0172; Beaumont et al. 2009, doi:10.1093/biomet/asp052; Filippi et al. 2013,
    /// doi:10.1515/sagmb-2012-0069. Agrees with: the exact posterior of a normal mean and of a normal regression within Monte-Carlo error as the tolerance goes to zero.
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
        Search search = new(problem, execution, cancellationToken);
        string stopped = search.Run();
        return new ApproximateBayesianComputationResult
        {
            Prior = prior,
            Parameters = PosteriorSummary.Of(prior, search.Particles),
            Checks = PosteriorSummary.Checks(problem, search.Particles),
            Values = PosteriorSummary.Values(prior, search.Particles),
            Weights = search.Particles.Weights,
            Summaries = search.Particles.Summaries,
            Generations = search.Generations,
            Notes = Notes(search, stopped),
            Provenance = new Provenance(
                "approximate Bayesian computation", string.Create(
                    CultureInfo.InvariantCulture,
                    $"particles = {options.Particles}, generations = {options.Generations}, tolerance quantile = {options.ToleranceQuantile}, runs = {options.Simulations}"),
                "Beaumont et al. 2009, doi:10.1093/biomet/asp052", options.Seed),
        };
    }

    private static List<Note> Notes(Search search, string stopped)
    {
        Generation last = search.Generations[^1];
        List<Note> notes =
        [
            new("search-stopped", Severity.Information, string.Create(
                CultureInfo.InvariantCulture,
                $"The search stopped because {stopped}. Tolerance reached: {last.Tolerance:G4}; {search.Attempts} runs of the model; effective number of sets {last.EffectiveSize:F0}.")),
        ];
        if (last.EffectiveSize < 30)
        {
            notes.Add(new Note("few-effective-sets", Severity.Warning, string.Create(
                CultureInfo.InvariantCulture,
                $"Only {last.EffectiveSize:F0} sets carry the weight; limits of parameters are rough. More sets are needed.")));
        }

        return notes;
    }

    private sealed class Search(SearchProblem problem, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        private readonly ApproximateBayesianComputationOptions _options = problem.Options;

        public Particles Particles { get; private set; } = new(0, 0);

        public List<Generation> Generations { get; } = [];

        public int Attempts { get; private set; }

        public string Run()
        {
            double tolerance = double.PositiveInfinity;
            for (int generation = 0; ; generation++)
            {
                (Particles Particles, ParticleMove Move)? previous = generation == 0
                    ? null
                    : (Particles, new ParticleMove(Particles, _options.MoveFactor));
                int before = Attempts;
                Particles? accepted = Generate(generation, tolerance, previous, out string? reason);
                if (accepted is null)
                {
                    return reason!;
                }

                accepted.Weigh(LogWeights(accepted, previous));
                Particles = accepted;
                Generations.Add(new Generation(
                    generation, tolerance, Attempts - before, accepted.Count, accepted.MeanDistance, accepted.EffectiveSize));
                if (tolerance <= _options.LeastTolerance)
                {
                    return "the least tolerance was reached";
                }

                if (generation + 1 == _options.Generations)
                {
                    return "the last generation was done";
                }

                double next = Quantiles.Type7([.. accepted.Distances.Order()], _options.ToleranceQuantile);
                if (!double.IsFinite(next))
                {
                    return "most runs did not give the summaries that were observed";
                }

                tolerance = Math.Max(next, _options.LeastTolerance);
            }
        }

        private Particles? Generate(
            int generation, double tolerance, (Particles Particles, ParticleMove Move)? previous, out string? reason)
        {
            Particles accepted = new(problem.Prior.Parameters.Count, problem.Observed.Count);
            int tried = 0;
            while (accepted.Count < _options.Particles)
            {
                int batch = Math.Min(_options.Particles, _options.Simulations - Attempts);
                if (batch == 0)
                {
                    reason = "the runs of the model were spent";
                    return null;
                }

                ReplicateRows rows = Execute(new AttemptsJob(problem, generation, Attempts, batch, previous), generation);
                for (int row = 0; row < rows.Count && accepted.Count < _options.Particles; row++)
                {
                    if (generation == 0 || rows.Row(row)[0] <= tolerance)
                    {
                        accepted.Add(rows.Row(row));
                    }
                }

                Attempts += batch;
                tried += batch;
                if (accepted.Count < _options.Particles && accepted.Count < _options.LeastAcceptance * tried)
                {
                    reason = string.Create(
                        CultureInfo.InvariantCulture,
                        $"fewer than {100 * _options.LeastAcceptance:G3} % of attempts were accepted at tolerance {tolerance:G4}");
                    return null;
                }
            }

            reason = null;
            return accepted;
        }

        private ReplicateRows Execute(AttemptsJob job, int generation) => ReplicateEngine.Local.ExecuteResumable(
            job,
            string.Create(CultureInfo.InvariantCulture, $"{problem.Key}; generation {generation}; from {Attempts}; {job.Replicates}"),
            execution, cancellationToken);

        private double[] LogWeights(Particles accepted, (Particles Particles, ParticleMove Move)? previous)
        {
            double[] logWeights = new double[accepted.Count];
            if (previous is not { } source)
            {
                return logWeights;
            }

            double[] terms = new double[source.Particles.Count];
            for (int i = 0; i < logWeights.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int j = 0; j < terms.Length; j++)
                {
                    terms[j] = Math.Log(source.Particles.Weights[j])
                        + source.Move.LogDensity(source.Particles.Scores[j], accepted.Scores[i]);
                }

                logWeights[i] = problem.Prior.LogDensity(accepted.Scores[i]) - LogSum.Of(terms);
            }

            return logWeights;
        }
    }
}
