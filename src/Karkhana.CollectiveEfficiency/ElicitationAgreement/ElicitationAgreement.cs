using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Results;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How far two ways of asking, a roster and free recall, name the same ties.</summary>
public static class ElicitationAgreement
{
    internal const string Source = "Brewer 2000, doi:10.1016/S0378-8733(99)00017-9";

    /// <summary>Compares the ties that a roster gave with those that free recall gave.</summary>
    /// <remarks>
    /// With b ties in both, r on the roster alone and f recalled alone: agreement b/(b + r + f), recalled b/(b + r), on
    /// the roster b/(b + f), each with Wilson's interval. Values do not count. Ties of firms that were asked in one way
    /// only would look like disagreement: hand over those asked in both. Cost: one pass over both. Source: Brewer 2000,
    /// doi:10.1016/S0378-8733(99)00017-9, for the forgetting of partners in recall.
    /// </remarks>
    /// <param name="roster">The ties that the roster gave.</param>
    /// <param name="recall">The ties that free recall gave, of the same firms.</param>
    /// <param name="confidence">The coverage of the intervals, from 0.5 to 0.9999.</param>
    /// <returns>Counts and shares.</returns>
    /// <exception cref="ArgumentException">The tables are not of one register.</exception>
    public static ElicitationAgreementResult Estimate(TieTable roster, TieTable recall, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(recall);
        Require.That(
            roster.FirmIds.SequenceEqual(recall.FirmIds, StringComparer.Ordinal), nameof(recall), "must be of the register of the roster; it was of another");
        HashSet<(int, int)> listed = roster.Pairs();
        HashSet<(int, int)> recalled = recall.Pairs();
        int both = listed.Count(recalled.Contains);
        return new ElicitationAgreementResult(
            CountedShare.Of(both, listed.Count + recalled.Count - both, confidence),
            CountedShare.Of(both, listed.Count, confidence),
            CountedShare.Of(both, recalled.Count, confidence),
            listed.Count + recalled.Count == 0
                ? [new Note("no-ties", Severity.Warning, "Neither way of asking gave a tie: the agreement is not known.")]
                : [],
            new Provenance("collective-efficiency.elicitation-agreement", FormattableString.Invariant($"confidence = {confidence}"), Source));
    }
}
