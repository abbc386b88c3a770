using Karkhana.Core.Documents;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What the data of this study cannot say, and which data would allow it.</summary>
internal static class LimitSection
{
    public static Section Compose(Findings findings)
    {
        List<Block> blocks = [.. findings.Gate.Decisions.Where(decision => !decision.Allowed).Select(Withheld)];
        List<Sentence> limits = [];
        if (findings.Study.Ties is null)
        {
            limits.Add(Sentence.Of("limits.no_ties"));
        }

        if (findings.Study.Survey is null)
        {
            limits.Add(Sentence.Of("limits.no_survey"));
        }

        if (findings.Study.Firms.Employment.Length == 0)
        {
            limits.Add(Sentence.Of("limits.no_employment"));
        }

        if (!findings.Focus.StatusObserved)
        {
            limits.Add(Sentence.Of("limits.status_derived"));
        }

        limits.Add(Sentence.Of("limits.matrix"));
        if (findings.Scenarios is null)
        {
            limits.Add(Sentence.Of("limits.no_simulation"));
        }

        return new Section(
            "limits", [new ParagraphBlock([Sentence.Of("limits.withheld")]), .. blocks, new ListBlock(limits)]);
    }

    private static ParagraphBlock Withheld(ClaimDecision decision) => new(
        [
            Sentence.Of($"limits.{decision.Claim.Id}"),
            .. decision.Missing.Select(
                gap => Sentence.Of($"limits.need.{gap.Need.What}", ("least", gap.Need.AtLeast), ("found", gap.Found))),
        ],
        Tone.Caution);
}
