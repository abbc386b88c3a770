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
    private readonly Lazy<double[][]> _starts = new(() => Starts(design));

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
        DyadFit fit = new LogitKernel(_outcome, columns).Fit(_starts.Value[term]);
        return fit.Converged ? fit.Statistics[term + 1] : double.NaN;
    }

    // The fit without the predictor, which is near every fit with its permuted residual: half the steps of a start at zero.
    private static double[][] Starts(DyadDesign design)
    {
        double[] outcome = design.Packed(design.Outcome);
        double[][] columns = [.. design.Columns.Select(design.Packed)];
        return [.. Enumerable.Range(1, columns.Length - 1).Select(term =>
        {
            double[][] others = [.. columns.Where((_, column) => column != term)];
            DyadFit fit = new LogitKernel(outcome, others).Fit(new double[others.Length]);
            return fit.Converged ? [.. fit.Estimates.Take(term), 0, .. fit.Estimates.Skip(term)] : new double[columns.Length];
        })];
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
