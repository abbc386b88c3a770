using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>The z value of every predictor under each order of the nodes, from a fit of its own.</summary>
/// <param name="design">Outcome and terms.</param>
/// <param name="terms">The predictors.</param>
/// <param name="permutations">The orders.</param>
internal sealed class LogitDspJob(DyadDesign design, PartialledTerm[] terms, NodePermutations permutations) : IReplicateJob<ReplicateRows>
{
    private readonly double[] _outcome = design.Packed(design.Outcome);
    private readonly double[][] _columns = [.. design.Columns.Select(design.Packed)];

    public string Stage => "permutations of the nodes";

    public int Replicates => permutations.Count;

    public int BlockSize => Math.Max(8, permutations.Count / 64);

    /// <summary>Gives z of a predictor whose residual is permuted; NaN when its fit did not settle.</summary>
    public double Statistic(int term, int[] order)
    {
        double[] moved = new double[_outcome.Length];
        int n = design.Nodes;
        int pair = 0;
        for (int cell = 0; cell < design.Present.Length; cell++)
        {
            if (design.Present[cell] == 1)
            {
                moved[pair++] = terms[term].Residual[(order[cell / n] * n) + order[cell % n]];
            }
        }

        double[][] columns = [.. _columns];
        columns[term + 1] = moved;
        DyadFit fit = new LogitKernel(_outcome, columns).Fit(new double[columns.Length]);
        return fit.Converged ? fit.Statistics[term + 1] : double.NaN;
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * terms.Length];
        for (int i = 0; i < range.Count; i++)
        {
            int[] order = permutations.Order(range.First + i);
            for (int term = 0; term < terms.Length; term++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows[(i * terms.Length) + term] = Statistic(term, order);
            }
        }

        return new ReplicateRows(terms.Length, rows);
    }
}
