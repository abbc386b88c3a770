using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Judges an estimator on many samples: one row per sample, covered and rejected.</summary>
/// <param name="design">The samples and the estimator.</param>
/// <param name="number">The number of the design, so that each draws its own samples.</param>
/// <param name="replicates">How many samples.</param>
/// <param name="seed">The seed.</param>
public sealed class CoverageJob(CoverageDesign design, int number, int replicates, ulong seed) : IReplicateJob<ReplicateRows>
{
    private const int FirstSubstream = 1000; // below are the items of synthetic surveys

    /// <inheritdoc/>
    public string Stage => $"coverage of {design.Name}";

    /// <inheritdoc/>
    public int Replicates => replicates;

    /// <inheritdoc/>
    public int BlockSize => 20;

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[2 * range.Count];
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CoverageTrial trial = Judge(new RandomStream(seed, RandomPurpose.SyntheticAnswers, range.First + i, FirstSubstream + number));
            (rows[2 * i], rows[(2 * i) + 1]) = (trial.Covered, trial.Rejected);
        }

        return new ReplicateRows(2, rows);
    }

    private CoverageTrial Judge(RandomStream stream)
    {
        try
        {
            return design.Draw(stream);
        }
        catch (ArgumentException)
        {
            return CoverageTrial.Refused; // a sample that the estimator refuses is counted, not hidden
        }
    }
}
