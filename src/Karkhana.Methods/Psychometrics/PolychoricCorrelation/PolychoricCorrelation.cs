using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlations of the normal variables behind ordered items.</summary>
public static class PolychoricCorrelation
{
    internal const string Source = "Olsson 1979, doi:10.1007/BF02296207; Plackett 1954, doi:10.1093/biomet/41.3-4.351";

    /// <summary>Estimates the correlations of all pairs.</summary>
    /// <remarks>
    /// Two items cut a bivariate standard normal plane into rectangles with probabilities P_kl(ρ). Two-step: thresholds
    /// are the normal quantiles of the cumulative shares of the margins, then ρ maximises Σ n_kl ln P_kl(ρ). Maximum
    /// likelihood: ρ and all thresholds of the pair maximise it together; the standard error of ρ is from the inverse
    /// observed information. Binary items give the tetrachoric correlation. Empty cells add nothing unless <see
    /// cref="PolychoricCorrelationOptions.EmptyCells"/> is set. A pair that no two respondents order differently has ρ
    /// = 1 (−1 when none order it alike), where the likelihood has its supremum, without a standard error. NaN for an
    /// item with one category. Assumes that the latent variables are jointly normal.
    /// Cost: the pair's table, then about five Newton steps over its corners; pairs on all workers.
    /// Source: Olsson 1979, doi:10.1007/BF02296207; Plackett 1954, doi:10.1093/biomet/41.3-4.351.
    /// Agrees with: polycor polychor, two-step absolute 3e-5; maximum likelihood absolute 3e-4, its errors relative
    /// 1e-3.
    /// </remarks>
    /// <param name="responses">Answers to at least two items with at most 127 different answers each.</param>
    /// <param name="options">Estimation and use of incomplete answers.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Correlations, errors and thresholds.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, too many categories, or fewer than two complete
    /// respondents.</exception>
    public static PolychoricCorrelationResult Estimate(
        ItemResponses responses,
        PolychoricCorrelationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new PolychoricCorrelationOptions();
        responses.Checked(leastItems: 2);
        ItemResponses used = options.Missing == MissingAnswers.Complete ? responses.CompleteAtLeast(2) : responses;
        var categories = CategoryResponses.Observed(used);
        int items = used.Items.Count;
        double[][] matrices = ItemPairsJob.Compute(
            items,
            [1, double.NaN, 0, 1],
            (item, other, result) =>
            {
                var table = ContingencyTable.Of(categories, item, other, options.EmptyCells);
                LatentCorrelation pair = PolychoricKernel.Estimate(table, options.Method);
                (result[0], result[1]) = (pair.Estimate, pair.StandardError);
                (result[2], result[3]) = (table.Respondents, pair.Converged ? 1 : 0);
            },
            execution,
            cancellationToken);
        for (int item = 0; item < items; item++)
        {
            matrices[0][item * (items + 1)] = used.Varies(item) ? 1 : double.NaN;
            matrices[2][item * (items + 1)] = used.Answers[item].Count(answer => !double.IsNaN(answer));
        }

        return new PolychoricCorrelationResult
        {
            Items = used.Items,
            Estimates = matrices[0],
            StandardErrors = matrices[1],
            Respondents = matrices[2],
            Thresholds = [.. used.Answers.Select(answers => ContingencyTable.CutsOf(answers)[1..^1])],
            Notes = [.. ResponseNotes.Incomplete(responses, used), .. ResponseNotes.NoVariation(used), .. NotesOf(used, matrices)],
            Provenance = new Provenance(
                "psychometrics.polychoric-correlation",
                FormattableString.Invariant($"method = {options.Method}, missing = {options.Missing}, empty_cells = {options.EmptyCells}"),
                Source),
        };
    }

    private static IEnumerable<Note> NotesOf(ItemResponses used, double[][] matrices)
    {
        int items = used.Items.Count;
        string[] perfect = Pairs(used, pair => Math.Abs(matrices[0][pair]) == 1);
        if (perfect.Length > 0)
        {
            yield return new Note(
                "perfect-association", Severity.Warning,
                $"{ResponseNotes.Listed(perfect)}: no two respondents contradict the order, so that the likelihood rises up to a correlation of 1 or -1. A larger sample, fewer categories or empty_cells = 0.5 would bring it inside.");
        }

        string[] open = Pairs(used, pair => matrices[3][pair] == 0);
        if (open.Length > 0)
        {
            yield return new Note(
                "not-converged", Severity.Warning, $"{ResponseNotes.Listed(open)}: the maximum was not reached; the value is where the search stopped.");
        }

        foreach (Note note in ResponseNotes.Indefinite(Matrix<double>.Build.DenseOfRowMajor(items, items, matrices[0])))
        {
            yield return note;
        }
    }

    private static string[] Pairs(ItemResponses used, Func<int, bool> condition) =>
        [.. Enumerable.Range(0, used.Items.Count).SelectMany(item => Enumerable.Range(0, item)
            .Where(other => condition((item * used.Items.Count) + other)).Select(other => $"{used.Items[other]} and {used.Items[item]}"))];
}
