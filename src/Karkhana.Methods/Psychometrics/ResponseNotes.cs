using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What the reader of a statistic of items must know about the answers behind it.</summary>
internal static class ResponseNotes
{
    private const int MostListed = 10;

    /// <summary>Joins names; beyond ten the others are only counted.</summary>
    public static string Listed(IReadOnlyList<string> names) => names.Count <= MostListed
        ? string.Join(", ", names)
        : FormattableString.Invariant($"{string.Join(", ", names.Take(MostListed))} and {names.Count - MostListed} more");

    public static Note[] Incomplete(ItemResponses all, ItemResponses used) => Incomplete(all.Respondents, used.Respondents);

    /// <summary>Says how many respondents a statistic of complete answers leaves out.</summary>
    /// <param name="all">All respondents.</param>
    /// <param name="used">Those who answered every item.</param>
    /// <param name="use">What they were not used for, when other statistics use them.</param>
    public static Note[] Incomplete(int all, int used, string use = "") => all == used
        ? []
        : [new Note("incomplete-respondents", Severity.Information, FormattableString.Invariant(
            $"{all - used} of {all} respondents left an item unanswered and were not used{use}."))];

    public static Note[] NoVariation(ItemResponses responses)
    {
        string[] constant =
            [.. Enumerable.Range(0, responses.Items.Count).Where(item => !responses.Varies(item)).Select(item => responses.Items[item])];
        return constant.Length == 0
            ? []
            : [new Note("no-variation", Severity.Warning,
                $"{Listed(constant)}: all answers are the same, so that no correlation with other items is defined.")];
    }

    /// <summary>Says when correlations that were estimated pair by pair fit no joint distribution.</summary>
    public static Note[] Indefinite(Matrix<double> correlations)
    {
        if (ItemCorrelations.HasGaps(correlations))
        {
            return [];
        }

        double least = ItemCorrelations.Eigenvalues(correlations)[^1];
        return least >= -1e-8
            ? []
            : [new Note("indefinite-correlations", Severity.Warning, FormattableString.Invariant(
                $"The pairs were estimated one by one and do not fit together: the least eigenvalue of the matrix is {least:0.####}. Factor analyses of it need smoothing or fewer items."))];
    }

    /// <summary>Says what a reliability of polychoric correlations speaks of.</summary>
    public static Note[] Ordinal(Matrix<double> correlations, string coefficient) =>
    [
        new Note("ordinal-reliability", Severity.Information,
            $"{coefficient} rests on polychoric correlations: it speaks of the normal variables thought to lie behind the answers, not of the sum of the answers, whose reliability is as a rule lower."),
        .. Indefinite(correlations),
    ];

    /// <summary>Says why correlations have no inverse: they are indefinite, or singular.</summary>
    public static Note[] NoInverse(Matrix<double> correlations) => Indefinite(correlations) is { Length: > 0 } indefinite
        ? indefinite
        : [new Note("singular-correlations", Severity.Warning, FormattableString.Invariant(
            $"The correlation matrix has rank {ItemCorrelations.Rank(correlations)} with {correlations.RowCount} items: some items are sums of others, or there are no more respondents than items. What needs its inverse is not defined."))];
}
