using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How many components stand out from those of data that have none in common.</summary>
public static class ParallelAnalysis
{
    internal const string Source =
        "Horn 1965, doi:10.1007/BF02289447; Buja & Eyuboglu 1992, doi:10.1207/s15327906mbr2704_2; Glorfeld 1995, doi:10.1177/0013164495055003002";

    /// <summary>Runs the analysis.</summary>
    /// <remarks>
    /// Eigenvalues of R (components) or of R with squared multiple correlations on the diagonal (factors), against
    /// those of simulated data with the same numbers of items and respondents: each item's answers permuted, or
    /// independent normal variables. Suggested: the number of leading eigenvalues above the quantile of the simulated
    /// eigenvalues of the same place, up to the first that is not. Simulated data whose correlations are not defined
    /// are left out and counted in a note. Respondents with a missing answer are left out.
    /// Cost: replicates · (n·p² + p³), polychoric replicates · p² tables; replicates on all workers.
    /// Source: Horn 1965, doi:10.1007/BF02289447 (mean of normal data); Buja and Eyuboglu 1992,
    /// doi:10.1207/s15327906mbr2704_2 (permutation); Glorfeld 1995, doi:10.1177/0013164495055003002 (quantile).
    /// Agrees with: R eigen(cor()) in the observed eigenvalues of components, relative 1e-9; the simulated ones have a
    /// plain twin in the tests.
    /// </remarks>
    /// <param name="responses">Answers to at least two items that vary.</param>
    /// <param name="options">Eigenvalues, correlation, reference data, quantile, replicates, seed.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Observed and simulated eigenvalues and the suggested number.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, fewer than three complete respondents, an item without
    /// variation, or squared multiple correlations of a singular matrix.</exception>
    public static ParallelAnalysisResult Estimate(
        ItemResponses responses,
        ParallelAnalysisOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new ParallelAnalysisOptions();
        ItemResponses used = responses.Checked(leastItems: 2).CompleteAtLeast(3).Varying();
        double[] observed = ParallelAnalysisJob.Eigenvalues(used, options, cancellationToken);
        Require.That(
            !double.IsNaN(observed[0]), nameof(responses),
            "must have a positive definite correlation matrix for method = factors (no item a sum of others, more respondents than items); use components");
        ReplicateRows simulated = ReplicateEngine.Local.Execute(new ParallelAnalysisJob(used, options), execution, cancellationToken);
        double[][] drawn = [.. Enumerable.Range(0, observed.Length).Select(place => Drawn(simulated, place))];
        double[] quantiles = [.. drawn.Select(values => Quantiles.Type7(values, options.Quantile))];
        int beyond = Array.FindIndex(observed.Zip(quantiles, (value, quantile) => value > quantile).ToArray(), above => !above);
        return new ParallelAnalysisResult
        {
            Eigenvalues = observed,
            SimulatedMeans = [.. drawn.Select(values => Sums.Mean(values))],
            SimulatedQuantiles = quantiles,
            Suggested = beyond < 0 ? observed.Length : beyond,
            Notes = [.. ResponseNotes.Incomplete(responses, used), .. Undefined(options.Replicates - drawn[0].Length, options.Replicates)],
            Provenance = new Provenance(
                "psychometrics.parallel-analysis",
                FormattableString.Invariant($"method = {options.Method}, correlation = {options.Correlation}, reference = {options.Reference}, quantile = {options.Quantile}, replicates = {options.Replicates}"),
                Source,
                options.Seed),
        };
    }

    private static double[] Drawn(ReplicateRows simulated, int place)
    {
        double[] values = new double[simulated.Count];
        simulated.CopyColumn(place, values);
        return [.. values.Where(value => !double.IsNaN(value)).Order()];
    }

    private static Note[] Undefined(int lost, int replicates) => lost == 0
        ? []
        : [new Note("undefined-replicates", Severity.Warning, FormattableString.Invariant(
            $"{lost} of {replicates} simulated data sets had no defined eigenvalues and were left out."))];
}
