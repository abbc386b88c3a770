using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The marginal log-likelihood and the expected counts of every category at every node, a block of patterns at a
/// time.</summary>
/// <remarks>Works in logarithms up to the posterior, so that no number of answers underflows. Cost: answers × nodes.</remarks>
internal sealed class MarginalLikelihoodJob(
    AnswerPatterns patterns, ParameterLayout layout, NodeGrid grid, double[] parameters, CurveTable table, PosteriorStore posterior)
    : IReplicateJob<ReplicateSums>
{
    // What lies this far below the greatest term is less than a rounding error of the sum.
    private const double Negligible = -45;

    private const int FewestPatterns = 64;
    private const int MostBlocks = 32;

    public string Stage => "weighing the latent variable";

    public int Replicates => patterns.Count;

    // A block must outweigh the merging of its counts, and there must be enough blocks to share.
    public int BlockSize => Math.Max(FewestPatterns, (patterns.Count + MostBlocks - 1) / MostBlocks);

    /// <summary>Gives the log-likelihood, then the expected counts of each cell at each node.</summary>
    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        double[] sums = new double[1 + (layout.CellCount * grid.Stride)];
        double[] prior = new double[grid.Stride];
        int cell = -1;
        for (int pattern = range.First; pattern < range.End; pattern++)
        {
            if (patterns.PopulationCells[pattern] != cell)
            {
                cell = patterns.PopulationCells[pattern];
                layout.Population.At(cell, parameters).FillLogWeights(grid, prior);
            }

            sums[0] += patterns.Weights[pattern] * Weigh(pattern, prior);
            ReadOnlySpan<double> window = posterior.Window(pattern);
            foreach (int answer in patterns.CellsOf(pattern))
            {
                NodeVectors.AddScaled(
                    sums.AsSpan(1 + (answer * grid.Stride) + posterior.First[pattern], window.Length), window, patterns.Weights[pattern]);
            }
        }

        return new ReplicateSums(sums);
    }

    private double Weigh(int pattern, double[] prior)
    {
        Span<double> row = posterior.Row(pattern);
        prior.CopyTo(row);
        foreach (int answer in patterns.CellsOf(pattern))
        {
            NodeVectors.Add(row, table.Logs(answer));
        }

        double greatest = double.NegativeInfinity;
        foreach (double value in row)
        {
            greatest = Math.Max(greatest, value);
        }

        if (!double.IsFinite(greatest)) // infeasible parameters: the caller sees that the sum is not finite
        {
            row.Clear();
            return double.NaN;
        }

        (int first, int last) = Exponentiate(row, greatest);
        posterior.First[pattern] = first / NodeGrid.Lanes * NodeGrid.Lanes;
        posterior.Length[pattern] = (last / NodeGrid.Lanes * NodeGrid.Lanes) + NodeGrid.Lanes - posterior.First[pattern];
        Span<double> window = row.Slice(posterior.First[pattern], posterior.Length[pattern]);
        double total = Sums.Sum(window);
        for (int q = 0; q < window.Length; q++)
        {
            window[q] /= total;
        }

        if (layout.Population.Count > 0)
        {
            KeepMoments(pattern, window);
        }

        return greatest + Math.Log(total);
    }

    private static (int First, int Last) Exponentiate(Span<double> row, double greatest)
    {
        int first = row.Length;
        int last = 0;
        for (int q = 0; q < row.Length; q++)
        {
            double below = row[q] - greatest;
            row[q] = 0;
            if (below > Negligible)
            {
                row[q] = Math.Exp(below);
                first = Math.Min(first, q);
                last = q;
            }
        }

        return (first, last);
    }

    private void KeepMoments(int pattern, ReadOnlySpan<double> window)
    {
        (double mean, double square) = (0, 0);
        for (int q = 0; q < window.Length; q++)
        {
            double theta = grid.Nodes[posterior.First[pattern] + q];
            mean += window[q] * theta;
            square += window[q] * theta * theta;
        }

        (posterior.Means[pattern], posterior.Squares[pattern]) = (mean, square);
    }
}
