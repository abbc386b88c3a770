using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Psychometrics;

/// <summary>Fits a model to samples drawn from it: one row per replicate with all estimates, then all standard errors; NaN
/// where the fit was refused or did not converge.</summary>
/// <param name="design">The truth.</param>
/// <param name="replicates">How many samples.</param>
/// <param name="seed">The seed.</param>
public sealed class RecoveryJob(RecoveryDesign design, int replicates, ulong seed) : IReplicateJob<ReplicateRows>
{
    private readonly int _terms = design.Truth().Length;

    /// <inheritdoc/>
    public string Stage => "recovering parameters";

    /// <inheritdoc/>
    public int Replicates => replicates;

    /// <inheritdoc/>
    public int BlockSize => 5;

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * 2 * _terms];
        Array.Fill(rows, double.NaN);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ItemResponseModelResult? fit = Fit(range.First + i, cancellationToken);
            for (int term = 0; fit is not null && term < _terms; term++)
            {
                rows[(i * 2 * _terms) + term] = fit.Terms[term].Estimate;
                rows[(((i * 2) + 1) * _terms) + term] = fit.Terms[term].StdError;
            }
        }

        return new ReplicateRows(2 * _terms, rows);
    }

    private ItemResponseModelResult? Fit(int replicate, CancellationToken cancellationToken)
    {
        ItemResponseModelResult fit = ItemResponseModel.Estimate(
            design.Draw(seed, replicate), new ItemResponseModelOptions { Model = design.Model }, new ExecutionOptions { Workers = 1 }, cancellationToken);
        return fit.Converged && fit.Terms.Count == _terms ? fit : null;
    }
}
