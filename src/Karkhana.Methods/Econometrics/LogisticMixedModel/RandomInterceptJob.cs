using Karkhana.Core.Execution;

namespace Karkhana.Methods.Econometrics;

/// <summary>Adds up the log-likelihoods of the groups and their derivatives at several sets of parameters; a replicate is a
/// group.</summary>
internal sealed class RandomInterceptJob(GroupedTrials trials, (double[] Nodes, double[] Weights) rule, double[][] points)
    : IReplicateJob<ReplicateSums>
{
    private const int GroupsPerBlock = 32;

    /// <inheritdoc/>
    public string Stage => "Fit";

    /// <inheritdoc/>
    public int Replicates => trials.Groups;

    /// <inheritdoc/>
    public int BlockSize => GroupsPerBlock;

    /// <summary>Gives for each set of parameters the log-likelihood, then its derivatives.</summary>
    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        RandomInterceptGroup integral = new(trials, rule.Nodes, rule.Weights);
        int width = trials.Terms + 2;
        double[] sums = new double[points.Length * width];
        for (int group = range.First; group < range.End; group++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double mode = 0;
            for (int point = 0; point < points.Length; point++)
            {
                Span<double> part = sums.AsSpan(point * width, width);
                part[0] += integral.Evaluate(group, points[point], mode, part[1..]);
                mode = point == 0 ? integral.Mode : mode;
            }
        }

        return new ReplicateSums(sums);
    }
}
