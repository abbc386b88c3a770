using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How many, how new and how deep the innovations of a firm are, in one number.</summary>
public static class InnovationIndex
{
    internal const string Source =
        "Romijn & Albaladejo 2002, doi:10.1016/S0048-7333(01)00176-7; framework 2.6.4";

    /// <summary>Sums novelty times depth.</summary>
    /// <remarks>
    /// Index of a firm = Σ novelty · depth over its innovations with last_year − window &lt; year ≤ last_year, each
    /// score from 1 to 4; for regressions ln(1 + index). Assumes that one innovation of 4 × 4 stands for sixteen of 1 ×
    /// 1: an assumption of the index, not a finding. Firms that were asked and had none get 0; when the list of firms is
    /// not given, a note says that such firms are missing. Cost: one pass.
    /// Source: Romijn and Albaladejo 2002, doi:10.1016/S0048-7333(01)00176-7, for the idea; framework 2.6.4 for the
    /// formula. Agrees with: the formula, exactly.
    /// </remarks>
    /// <param name="innovations">The innovations, and the firms that were asked.</param>
    /// <param name="options">Window.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One row per firm.</returns>
    /// <exception cref="ArgumentException">A score lies outside 1 to 4, or a firm was not asked.</exception>
    public static InnovationIndexResult Estimate(
        FirmInnovations innovations,
        InnovationIndexOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innovations);
        options ??= new InnovationIndexOptions();
        innovations.Check();
        double last = options.LastYear ?? (innovations.Years is { Count: > 0 } years ? years.Max() : double.NaN);
        int[] counted = [.. Enumerable.Range(0, innovations.Firms.Count).Where(row => innovations.Years is null
            || (innovations.Years[row] <= last && innovations.Years[row] > last - options.Window))];
        ILookup<string, double> products = counted.ToLookup(row => innovations.Firms[row], row => innovations.Novelty[row] * innovations.Depth[row]);
        return new InnovationIndexResult
        {
            Firms = [.. (innovations.Asked ?? innovations.Firms).Distinct(StringComparer.Ordinal).Select(firm => new FirmInnovation(
                firm, products[firm].Count(), Sums.Sum([.. products[firm]]), products[firm].DefaultIfEmpty(0).Max()))],
            Notes = Notes(innovations, counted.Length),
            Provenance = new Provenance(
                "psychometrics.innovation-index",
                FormattableString.Invariant($"window = {options.Window}, last_year = {last}"),
                Source),
        };
    }

    private static List<Note> Notes(FirmInnovations innovations, int counted)
    {
        List<Note> notes = [];
        if (innovations.Asked is null)
        {
            notes.Add(new Note("firms-without-innovation", Severity.Warning,
                "Firms without any innovation are not in the table, for the list of firms was not given: means over firms are too high."));
        }

        if (counted < innovations.Firms.Count)
        {
            notes.Add(new Note("outside-window", Severity.Information, FormattableString.Invariant(
                $"{innovations.Firms.Count - counted} of {innovations.Firms.Count} innovations lie outside the window and do not count.")));
        }

        return notes;
    }
}
