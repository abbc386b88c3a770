using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.Learning;

/// <summary>Between which firms is knowledge passed on?</summary>
public static class KnowledgeTies
{
    private const string Source =
        "Framework 3.5 (M6c), A.5; Krackhardt 1988, doi:10.1016/0378-8733(88)90004-4; Dekker, Krackhardt & Snijders 2007, doi:10.1007/s11336-007-9016-1; Giuliani & Bell 2005, doi:10.1016/j.respol.2004.10.008";

    /// <summary>Estimates a logit over ordered pairs of firms.</summary>
    /// <remarks>
    /// ln odds(i gives to j) = b₀ + b₁|AC_i − AC_j| + b₂(AC_i + AC_j) + b₃ same subsector + layers (distance, kinship, business tie, common
    /// association), absorptive capacity in standard deviations. P-values: double semi-partialling with 2,000 orders of the firms, for pairs
    /// that share a firm are not independent. Pairs with a value that is not known are left out; terms that are the same in all pairs are
    /// left out and named. Absorptive capacity enters as observed: its error draws b₁ and b₂ to 0. A tie that goes with kinship is not one
    /// that kinship brought about. Cost: orders × terms × pairs × steps of the logit.
    /// Source: framework 3.5, M6(c), and A.5; Dekker, Krackhardt and Snijders 2007, doi:10.1007/s11336-007-9016-1. Agrees with:
    /// networks.network-regression, which agrees with sna netlogit.
    /// </remarks>
    /// <param name="sample">Ties and what may go together with them.</param>
    /// <param name="options">Orders, seed.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between orders.</param>
    /// <returns>The odds, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">Lengths or firms differ, a tie is neither 0 nor 1, or a term is determined by
    /// others.</exception>
    public static KnowledgeTiesResult Estimate(
        KnowledgeTieSample sample, KnowledgeTieOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        sample.Check();
        options ??= new KnowledgeTieOptions();
        (string Name, DyadMatrix Pairs)[] all = [.. sample.ToTerms()];
        Require.That(all.Length > 0, nameof(sample), "must hold at least one value of pairs or firms");
        (int From, int To)[] pairs = [.. CompletePairs(sample.Ties, all)];
        (string Name, DyadMatrix Pairs)[] kept = [.. all.Where(term => Varies(term.Pairs, pairs))];
        string[] leftOut = [.. all.Except(kept).Select(term => term.Name)];
        Provenance provenance = new(
            "learning.knowledge-ties", FormattableString.Invariant($"permutations = {options.Permutations}"), Source, options.Seed);
        int firms = pairs.SelectMany(pair => new[] { pair.From, pair.To }).Distinct().Count();
        string? reason = firms < options.LeastFirms
            ? FormattableString.Invariant($"{firms} firms with all values are fewer than {options.LeastFirms}: we cannot tell between whom knowledge is passed on.")
            : !Varies(sample.Ties, pairs) ? "No pair, or every pair, of the firms with all values has a tie: there is nothing to tell apart."
            : kept.Length == 0 ? "Nothing that was asked differs between pairs: there is nothing to compare."
            : null;
        if (reason is not null)
        {
            return new KnowledgeTiesResult(null, leftOut, [new Note("not-estimated", Severity.Warning, reason)], provenance);
        }

        NetworkRegressionResult regression = NetworkRegression.Estimate(
            new NetworkRegressionInput(sample.Ties, [.. kept.Select(term => term.Pairs)]),
            new NetworkRegressionOptions
            {
                Family = RegressionFamily.Logit,
                Names = [.. kept.Select(term => term.Name)],
                Test = DyadTest.Dsp,
                Replicates = options.Permutations,
                Seed = options.Seed,
            },
            execution,
            cancellationToken);
        return new KnowledgeTiesResult(regression, leftOut, [.. Constant(leftOut), .. regression.Notes], provenance);
    }

    private static IEnumerable<(int From, int To)> CompletePairs(DyadMatrix ties, (string Name, DyadMatrix Pairs)[] terms)
    {
        for (int from = 0; from < ties.Count; from++)
        {
            for (int to = 0; to < ties.Count; to++)
            {
                if (from != to && !double.IsNaN(ties[from, to]) && Array.TrueForAll(terms, term => !double.IsNaN(term.Pairs[from, to])))
                {
                    yield return (from, to);
                }
            }
        }
    }

    private static bool Varies(DyadMatrix matrix, (int From, int To)[] pairs) =>
        Array.Exists(pairs, pair => matrix[pair.From, pair.To] != matrix[pairs[0].From, pairs[0].To]);

    private static IEnumerable<Note> Constant(string[] leftOut) => leftOut.Length == 0 ? [] :
    [
        new Note("same-in-all-pairs", Severity.Information, $"The same in all complete pairs, and left out: {string.Join(", ", leftOut)}."),
    ];
}
