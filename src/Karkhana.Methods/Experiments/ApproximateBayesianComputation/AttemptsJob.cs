using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Experiments;

/// <summary>A batch of attempts: draw or move a set, run the model, add the error of observation. A row: scores, summaries.</summary>
internal sealed class AttemptsJob(
    SearchProblem problem, int generation, int firstAttempt, int attempts, (Particles Particles, ParticleMove Move)? previous)
    : IReplicateJob<ReplicateRows>
{
    private readonly AddressedDraw _draw = new(problem.Options.Seed, generation);

    public string Stage => "calibration";

    public int Replicates => attempts;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int parameters = problem.Prior.Parameters.Count;
        int width = parameters + problem.Observed.Count;
        double[] rows = new double[range.Count * width];
        double[] values = new double[parameters];
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int attempt = firstAttempt + range.First + i;
            Span<double> row = rows.AsSpan(i * width, width);
            Propose(attempt, row[..parameters]);
            problem.Prior.Values(row[..parameters], values);
            Span<double> simulated = row[parameters..];
            problem.Simulator.Simulate(values, attempt, simulated, cancellationToken);
            Observe(attempt, simulated);
        }

        return new ReplicateRows(width, rows);
    }

    private void Propose(int attempt, Span<double> scores)
    {
        Span<double> independent = stackalloc double[scores.Length];
        for (int i = 0; i < independent.Length; i++)
        {
            independent[i] = _draw.Gaussian(RandomPurpose.ParameterDraw, attempt, i);
        }

        if (previous is not { } source)
        {
            problem.Prior.Scores(independent, scores);
            return;
        }

        int ancestor = source.Particles.At(_draw.Uniform(RandomPurpose.CalibrationMove, attempt, 0));
        source.Move.Step(source.Particles.Scores[ancestor], independent, scores);
    }

    // What was observed carries an error that a run of the model does not: without it sets would be held to a precision that the observation lacks.
    private void Observe(int attempt, Span<double> simulated)
    {
        if (!problem.Options.AddError)
        {
            return;
        }

        for (int i = 0; i < simulated.Length; i++)
        {
            simulated[i] += problem.Observed[i].StandardError * _draw.Gaussian(RandomPurpose.CalibrationMove, attempt, 1 + i);
        }
    }
}
