using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>Between which firms knowledge is passed on.</summary>
/// <param name="Regression">The logit over ordered pairs with p-values by permutation; null where nothing was estimated, for which a note gives
/// the reason.</param>
/// <param name="LeftOut">The terms that are the same in all complete pairs.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made this result.</param>
public sealed record KnowledgeTiesResult(
    NetworkRegressionResult? Regression, IReadOnlyList<string> LeftOut, IReadOnlyList<Note> Notes, Provenance Provenance)
{
    /// <summary>Gives one row per term.</summary>
    /// <returns>The table <c>knowledge_ties</c>; without rows where nothing was estimated.</returns>
    public Table ToTable() => Table.Of(
        "knowledge_ties",
        Column.Of("term", (Regression?.Terms ?? []).Select(term => (string?)term), "Term", "What the pair has; the constant is called intercept."),
        Column.Of("estimate", Regression?.Estimates ?? [], "Estimate", "", "Change of the logarithm of the odds of a tie.", recommended: true),
        Column.Of("odds_ratio", (Regression?.Estimates ?? []).Select(Math.Exp), "Odds ratio", "", "exp(estimate)."),
        Column.Of("p_value", Regression?.PValues ?? [], "p", "", "By permutation of the firms (double semi-partialling); the constant has none."));
}
