using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>How far the ties can be relied on: who answered, whether both ends agree, whether the way of asking matters.</summary>
internal static class NetworkQualitySection
{
    private const double LeastResponse = 0.8;

    public static Section Compose(Findings findings)
    {
        if (findings.Network is null || findings.Ties is not { } ties)
        {
            return new Section("network_quality", []);
        }

        return new Section("network_quality", [.. Roster(ties.Roster), .. Ends(ties.Reconciliation), .. Asking(ties.Elicitation)]);
    }

    private static IEnumerable<Block> Roster(RosterDiagnosticsResult? roster)
    {
        if (roster is null)
        {
            yield return new ParagraphBlock([Sentence.Of("network_quality.no_roster")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock([Sentence.Of(
            "network_quality.response", ("respondents", roster.Respondents), ("roster", roster.Roster), ("response", roster.ResponseRate))]);
        Table revisit = NetworkFindings.ToRevisit(roster);
        if (roster.ResponseRate < LeastResponse)
        {
            int named = roster.Missing.Count(firm => firm.NamedBy > 0);
            int unnamed = roster.Missing.Count - named; // the two add up to a number that is told
            yield return new ParagraphBlock(
                [
                    Sentence.Of("network_quality.low_response", ("missing", 1 - roster.ResponseRate)),
                    .. Math.Min(named, unnamed) >= SmallCells.LeastFirms ? [Sentence.Of("network_quality.revisit", ("named", named))] : Array.Empty<Sentence>(),
                ],
                Tone.Caution);
        }

        yield return new TableBlock(roster.ToTable(), Sentence.Of("network_quality.roster_table", ("deleted", roster.Deleted)));
        if (roster.Missing.Count >= SmallCells.LeastFirms)
        {
            yield return new TableBlock(revisit, Sentence.Of("network_quality.revisit_table"));
        }
    }

    private static IEnumerable<Block> Ends(TieReconciliationResult? reconciliation)
    {
        if (reconciliation is not { Agreement.Total: > 0 })
        {
            yield return new ParagraphBlock([Sentence.Of("network_quality.no_reports")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock(
            [Sentence.Of(
                "network_quality.agreement", ("share", reconciliation.Agreement.Share), ("low", reconciliation.Agreement.Low),
                ("high", reconciliation.Agreement.High), ("ties", reconciliation.Agreement.Total), ("unchecked", reconciliation.Unchecked))],
            Tone.Finding);
        yield return new TableBlock(reconciliation.ToTable(), Sentence.Of("network_quality.agreement_table"));
    }

    private static IEnumerable<Block> Asking(ElicitationAgreementResult? elicitation)
    {
        if (elicitation is not { Agreement.Total: > 0 })
        {
            yield return new ParagraphBlock([Sentence.Of("network_quality.no_recall")], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock(
            [Sentence.Of(
                "network_quality.recall", ("share", elicitation.Recalled.Share), ("low", elicitation.Recalled.Low),
                ("high", elicitation.Recalled.High), ("ties", elicitation.Recalled.Total))],
            Tone.Finding);
        yield return new TableBlock(elicitation.ToTable(), Sentence.Of("network_quality.recall_table"));
    }
}
