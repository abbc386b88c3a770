using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Experiments;

/// <summary>The generations of a search: draws from the prior, then sets that are moved and kept when their runs lie near what was observed.</summary>
internal sealed class ParameterSearch(SearchProblem problem, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    private readonly ApproximateBayesianComputationOptions _options = problem.Options;
    private RunDistance? _measure;

    public Particles Particles { get; private set; } = new(0, 0);

    public List<Generation> Generations { get; } = [];

    public int Attempts { get; private set; }

    /// <summary>Searches and says why it stopped.</summary>
    public string Run()
    {
        Begin();
        for (int generation = 1; ; generation++)
        {
            double tolerance = Generations[^1].Tolerance;
            if (tolerance <= _options.LeastTolerance)
            {
                return "the least tolerance was reached";
            }

            if (generation == _options.Generations)
            {
                return "the last generation was done";
            }

            double next = Quantiles.Type7([.. Particles.Distances.Order()], _options.ToleranceQuantile);
            if (!double.IsFinite(next))
            {
                return "most runs did not give the summaries that were observed";
            }

            if (Generate(generation, Math.Max(next, _options.LeastTolerance)) is { } reason)
            {
                return reason;
            }
        }
    }

    /// <summary>Runs the model for sets, for the predictive checks.</summary>
    public ReplicateRows Predict(IReadOnlyList<double[]> values) => ReplicateEngine.Local.ExecuteResumable(
        new SetsJob(problem.Simulator, problem.Observed.Count, values, Attempts),
        string.Create(CultureInfo.InvariantCulture, $"{problem.Key}; predictive; from {Attempts}; {values.Count}"), execution, cancellationToken);

    private void Begin()
    {
        int draws = Math.Max(_options.Particles, (int)(_options.PriorShare * _options.Simulations));
        Particles prior = NoSets();
        prior.Add(Execute(new AttemptsJob(problem, 0, 0, draws, null), 0), null);
        Attempts = draws;
        _measure = RunDistance.Of(problem, prior);
        prior.Measure(_measure);
        Particles = prior.Nearest(_options.Particles);
        Particles.Weigh(new double[Particles.Count]);
        Keep(0, draws == Particles.Count ? double.PositiveInfinity : Particles.Distances.Max(), draws);
    }

    // Gives the reason to stop, or null. What was tried when the runs end still gives a generation if enough of it lies nearer than the one before.
    private string? Generate(int generation, double tolerance)
    {
        (Particles Particles, ParticleMove Move) previous = (Particles, new ParticleMove(Particles, _options.MoveFactor));
        Particles tried = NoSets();
        string? reason = null;
        while (Within(tried, tolerance) < _options.Particles && reason is null)
        {
            int batch = Math.Min(_options.Particles, _options.Simulations - Attempts);
            if (batch == 0)
            {
                reason = "the runs of the model were spent";
                break;
            }

            tried.Add(Execute(new AttemptsJob(problem, generation, Attempts, batch, previous), generation), _measure);
            Attempts += batch;
            int accepted = Within(tried, tolerance);
            if (accepted < _options.Particles && accepted < _options.LeastAcceptance * tried.Count)
            {
                reason = string.Create(
                    CultureInfo.InvariantCulture, $"fewer than {100 * _options.LeastAcceptance:G3} % of attempts were accepted at tolerance {tolerance:G4}");
            }
        }

        Particles kept = reason is null
            ? tried.Of([.. Enumerable.Range(0, tried.Count).Where(i => tried.Distances[i] <= tolerance).Take(_options.Particles)])
            : tried.Nearest(_options.Particles);
        double reached = reason is null ? tolerance : kept.Count < _options.Particles ? double.PositiveInfinity : kept.Distances.Max();
        if (reached < Generations[^1].Tolerance)
        {
            kept.Weigh(LogWeights(kept, previous));
            Particles = kept;
            Keep(generation, reached, tried.Count);
        }

        return reason;
    }

    private Particles NoSets() => new(problem.Prior.Parameters.Count, problem.Observed.Count);

    private static int Within(Particles tried, double tolerance) => tried.Distances.Count(distance => distance <= tolerance);

    private void Keep(int generation, double tolerance, int attempts) => Generations.Add(new Generation(
        generation, tolerance, attempts, Particles.Count, Particles.MeanDistance, Particles.EffectiveSize));

    private ReplicateRows Execute(AttemptsJob job, int generation) => ReplicateEngine.Local.ExecuteResumable(
        job,
        string.Create(CultureInfo.InvariantCulture, $"{problem.Key}; generation {generation}; from {Attempts}; {job.Replicates}"),
        execution, cancellationToken);

    private double[] LogWeights(Particles accepted, (Particles Particles, ParticleMove Move) source)
    {
        double[] logWeights = new double[accepted.Count];
        double[] terms = new double[source.Particles.Count];
        for (int i = 0; i < logWeights.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int j = 0; j < terms.Length; j++)
            {
                terms[j] = Math.Log(source.Particles.Weights[j]) + source.Move.LogDensity(source.Particles.Scores[j], accepted.Scores[i]);
            }

            logWeights[i] = problem.Prior.LogDensity(accepted.Scores[i]) - LogSum.Of(terms);
        }

        return logWeights;
    }
}
