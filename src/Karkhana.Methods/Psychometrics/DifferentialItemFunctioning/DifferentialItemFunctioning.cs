using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Does an item function differently in a focal group at equal score.</summary>
public static class DifferentialItemFunctioning
{
    internal const string Source =
        "Holland & Thayer 1988; Mantel & Haenszel 1959, doi:10.1093/jnci/22.4.719; Mantel 1963, doi:10.1080/01621459.1963.10500879; Liu & Agresti 1996; Dorans & Kulick 1986, doi:10.1111/j.1745-3984.1986.tb00255.x; Swaminathan & Rogers 1990, doi:10.1111/j.1745-3984.1990.tb00754.x; Zumbo 1999; Zwick 2012, doi:10.1002/j.2333-8504.2012.tb02290.x";

    private const double WorthSaying = 0.1; // share of respondents without a counterpart

    /// <summary>Screens the items.</summary>
    /// <remarks>
    /// Mantel–Haenszel, strata of equal score that hold both groups, A, B right and wrong in the reference, C, D in the
    /// focal group, N together: odds ratio Σ AD/N over Σ BC/N; χ² = (|ΣA − ΣE(A)| − ½)²/ΣVar(A), at least 0; delta = −2.35
    /// ln(odds ratio); standard error of Robins, Breslow and Greenland; standardised difference Σ n_F(p_F − p_R)/Σ n_F.
    /// Items with more than two answers: Mantel's χ² without correction, the cumulative odds ratio of Liu and Agresti, the
    /// difference of mean answers. Classes A, B, C: delta below 1 or p ≥ 0.05 is A; delta from 1.5 on and significantly
    /// above 1 is C; with more answers the difference in standard deviations, 0.17 and 0.25. B and C are flagged.
    /// Regressions: logit P(X ≥ c) on score (model 1), group (2), score × group (3); likelihood ratios, Nagelkerke's R² of
    /// model 3 less that of model 1; flagged when the adjusted p-value and the difference pass the options.
    /// Impact: how far the standardised mean difference of the groups, focal less reference, moves when the flagged items
    /// leave the sum. Assumes that most items work alike in both groups. Cost: n per item, then counts only.
    /// Source: Holland and Thayer 1988; Mantel and Haenszel 1959, doi:10.1093/jnci/22.4.719; Mantel 1963,
    /// doi:10.1080/01621459.1963.10500879; Liu and Agresti 1996; Robins, Breslow and Greenland 1986,
    /// doi:10.2307/2531052; Swaminathan and Rogers 1990, doi:10.1111/j.1745-3984.1990.tb00754.x; Zwick 2012,
    /// doi:10.1002/j.2333-8504.2012.tb02290.x. Agrees with: base R mantelhaen.test, relative 1e-9, and glm, 1e-7; MASS
    /// polr, 1e-5.
    /// </remarks>
    /// <param name="input">Answers to at least two items by two groups of at least two respondents.</param>
    /// <param name="options">Method, matching, purification, flags.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The differences by item and what they amount to.</returns>
    /// <exception cref="ArgumentException">Other than two groups, too few items or respondents, a matching score that is
    /// missing, or an item with more than two answers in a logistic regression.</exception>
    public static DifferentialItemFunctioningResult Estimate(
        GroupedResponses input, DifferentialItemFunctioningOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new DifferentialItemFunctioningOptions();
        GroupComparison groups = GroupComparison.Of(input, options);
        ItemDifference[] items = groups.Compare([], execution, cancellationToken);
        bool[] flagged = Flags(items);
        int round = 0;
        bool settled = !options.Purify || !flagged.Contains(true);
        while (!settled && round < options.Rounds && flagged.Contains(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            round++;
            items = groups.Compare(flagged, execution, cancellationToken);
            settled = Flags(items).SequenceEqual(flagged);
            flagged = Flags(items);
        }

        double all = groups.StandardisedDifference([]);
        double rest = groups.StandardisedDifference(flagged);
        return new DifferentialItemFunctioningResult
        {
            Items = items,
            Rounds = round,
            GroupDifference = all,
            GroupDifferenceWithoutFlagged = rest,
            Notes = [.. groups.Notes(), .. ItemNotes(items), .. StrataNotes(items), .. RoundNotes(settled, round)],
            Provenance = new Provenance(
                "psychometrics.differential-item-functioning",
                FormattableString.Invariant(
                    $"method = {options.Method}, reference_group = {options.ReferenceGroup}, continuity_correction = {options.ContinuityCorrection}, matching = {options.Matching}, matching_groups = {options.MatchingGroups}, purify = {options.Purify}, rounds = {options.Rounds}, significance = {options.Significance}, least_difference = {options.LeastDifference}"),
                Source),
        };
    }

    private static bool[] Flags(ItemDifference[] items) => [.. items.Select(item => item.Flagged)];

    private static IEnumerable<Note> ItemNotes(ItemDifference[] items)
    {
        string[] separated = [.. items.Where(item => item.Separated).Select(item => item.Item)];
        if (separated.Length > 0)
        {
            yield return new Note(
                "separated", Severity.Warning,
                $"At equal score, or over the scores, the answers to {string.Join(", ", separated)} are told apart without exception: an odds ratio or coefficient has no bound, its test is a limit and its standard error is not defined.");
        }

        string[] undefined = [.. items.Where(item => double.IsNaN(item.OwnPValue)).Select(item => item.Item)];
        if (undefined.Length > 0)
        {
            yield return new Note(
                "not-testable", Severity.Warning,
                $"No test for {string.Join(", ", undefined)}: everyone answers alike at equal score, or score and group cannot be told apart.");
        }
    }

    private static IEnumerable<Note> StrataNotes(ItemDifference[] items)
    {
        double most = items.Max(item => item.Unmatched);
        if (most > WorthSaying)
        {
            yield return new Note("unmatched-strata", Severity.Warning, FormattableString.Invariant(
                $"Up to {most:P0} of the respondents have nobody of the other group in their stratum and say nothing about an item. Set matching_groups to join strata, or take a regression."));
        }
    }

    private static IEnumerable<Note> RoundNotes(bool settled, int rounds)
    {
        if (!settled)
        {
            yield return new Note("purification-not-settled", Severity.Warning, FormattableString.Invariant(
                $"The flags still changed after {rounds} rounds of purification, or no item was left to match on; those of the last round are given."));
        }
    }
}
