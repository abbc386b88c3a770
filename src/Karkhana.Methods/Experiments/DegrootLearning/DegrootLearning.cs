using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Opinions when all average, again and again, what they and those they listen to think.</summary>
public static class DegrootLearning
{
    internal const string Source = "DeGroot 1974, doi:10.1080/01621459.1974.10480137; Golub & Jackson 2010, doi:10.1257/mic.2.1.112";

    /// <summary>Averages and finds where it ends.</summary>
    /// <remarks>
    /// x(t + 1) = W x(t), W_ij = 1/(1 + d_i) for j = i and for each of the d_i nodes that i has a tie to. When all end up listening to one
    /// closed group, x tends to the consensus π'x(0) with π the left unit eigenvector of W: the influence of each. The
    /// distance to it shrinks in the long run by the modulus of the second eigenvalue in a step. With several closed groups each keeps a consensus of its
    /// own: influence and consensus are NaN, the second eigenvalue is 1, and a note says so. Assumes that nobody learns whom to
    /// trust. Where ties are mutual and all have equally many, W is symmetric and the mean opinion never changes.
    /// Cost: ties × steps; n³ for eigenvector and eigenvalue of up to 1,000 nodes that listen to each other; above, ties per repetition and no
    /// second eigenvalue.
    /// Source: DeGroot 1974, doi:10.1080/01621459.1974.10480137; Golub and Jackson 2010, doi:10.1257/mic.2.1.112.
    /// Agrees with: numpy, relative 1e-8.
    /// </remarks>
    /// <param name="input">The network and the opinions at the start.</param>
    /// <param name="options">The steps.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>Opinions, influence and consensus.</returns>
    /// <exception cref="ArgumentException">There is no node, or one without an opinion.</exception>
    public static DegrootLearningResult Estimate(
        OpinionNetwork input, DegrootLearningOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        double[] start = input.Start();
        AveragingWeights weights = new(input.Network);
        double[] opinion = After(options.Steps, start, weights, cancellationToken);
        IReadOnlyList<int[]> closed = weights.ClosedGroups();
        (double[] influence, IReadOnlyList<Note> notes) = closed.Count == 1
            ? weights.Influence(closed[0], cancellationToken)
            : ([.. start.Select(_ => double.NaN)], [new Note("several-closed-groups", Severity.Warning, FormattableString.Invariant(
                $"{closed.Count} groups of nodes listen to nobody outside: each tends to a consensus of its own, and there is no influence on a common one."))]);
        return new DegrootLearningResult
        {
            Nodes = input.Network.Nodes,
            Opinion = opinion,
            Influence = influence,
            Spread = opinion.Max() - opinion.Min(),
            Consensus = Sums.Dot(influence, start),
            SecondEigenvalue = weights.SecondEigenvalue(cancellationToken),
            Notes = [.. notes, .. weights.TooLarge()],
            Provenance = new Provenance("experiments.degroot-learning", FormattableString.Invariant($"steps = {options.Steps}"), Source),
        };
    }

    private static double[] After(int steps, double[] start, AveragingWeights weights, CancellationToken cancellationToken)
    {
        double[] current = [.. start];
        double[] next = new double[start.Length];
        for (int step = 0; step < steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            weights.Step(current, next);
            (current, next) = (next, current);
        }

        return current;
    }
}
