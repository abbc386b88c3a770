using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws data of the same shape without common components and gives their eigenvalues.</summary>
internal sealed class ParallelAnalysisJob(ItemResponses responses, ParallelAnalysisOptions options) : IReplicateJob<ReplicateRows>
{
    private readonly double[][]? _cuts = options is { Correlation: ItemCorrelation.Polychoric, Reference: ReferenceData.Normal }
        ? [.. responses.Answers.Select(ContingencyTable.CutsOf)]
        : null;

    public string Stage => "parallel analysis";

    public int Replicates => options.Replicates;

    public int BlockSize => 4;

    /// <summary>Gives the eigenvalues, the greatest first; all NaN when the matrix has none to give.</summary>
    public static double[] Eigenvalues(ItemResponses responses, ParallelAnalysisOptions options, CancellationToken cancellationToken)
    {
        Matrix<double> correlations = ItemCorrelations.Of(responses, options.Correlation, cancellationToken);
        double[]? communalities = options.Method == EigenvalueMethod.Factors
            ? ItemCorrelations.SquaredMultipleCorrelations(correlations)
            : [];
        if (communalities is null || ItemCorrelations.HasGaps(correlations))
        {
            return [.. Enumerable.Repeat(double.NaN, responses.Items.Count)];
        }

        for (int item = 0; item < communalities.Length; item++)
        {
            correlations[item, item] = communalities[item];
        }

        return ItemCorrelations.Eigenvalues(correlations);
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int items = responses.Items.Count;
        double[] values = new double[range.Count * items];
        for (int s = 0; s < range.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ItemResponses simulated = responses with
            {
                Answers = [.. Enumerable.Range(0, items).Select(item => Simulate(range.First + s, item))],
            };
            Eigenvalues(simulated, options, cancellationToken).CopyTo(values, s * items);
        }

        return new ReplicateRows(items, values);
    }

    private double[] Simulate(int replicate, int item)
    {
        double[] answers = [.. responses.Answers[item]];
        if (options.Reference == ReferenceData.Permutation)
        {
            new RandomStream(options.Seed, RandomPurpose.ValuePermutation, replicate, item).Shuffle<double>(answers);
            return answers;
        }

        RandomStream stream = new(options.Seed, RandomPurpose.SyntheticAnswers, replicate, item);
        for (int row = 0; row < answers.Length; row++)
        {
            double drawn = stream.NextGaussian();
            answers[row] = _cuts is null ? drawn : Array.FindLastIndex(_cuts[item], cut => cut < drawn);
        }

        return answers;
    }
}
