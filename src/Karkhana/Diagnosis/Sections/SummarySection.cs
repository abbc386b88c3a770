using Karkhana.Agglomeration;
using Karkhana.Core.Documents;
using Karkhana.Policy;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The executive page: one sentence a finding, in the order of the chain.</summary>
internal static class SummarySection
{
    private const int TopLevers = 3;

    public static Section Compose(Findings findings)
    {
        List<Sentence> points = [Verdict(findings)];
        if (findings.Levels is { Constructs.Count: > 0 } levels)
        {
            points.Add(ExposureSection.LevelSentence(levels));
        }

        points.AddRange(EstimateSection.GapSentences(findings));
        points.AddRange(RegimeSection.Leading(findings));
        if (findings.Advice is { Levers.Count: > 0 } advice)
        {
            LeverAdvice[] top = [.. advice.Levers.Where(
                item => item.Vetoed == VetoRule.None && !item.Lever.IsBaseline).Take(TopLevers)];
            if (top.Length == TopLevers)
            {
                points.Add(Sentence.Of(
                    "summary.levers", ("first", top[0].Lever.Name), ("second", top[1].Lever.Name), ("third", top[2].Lever.Name), ("top", top[0].ShareInTopThree))
                    .Claiming("channel-learning"));
            }
        }

        int withheld = findings.Gate.Decisions.Count(decision => !decision.Allowed);
        points.Add(Sentence.Of("summary.withheld", ("withheld", withheld), ("claims", findings.Gate.Decisions.Count)));
        return new Section("summary", [new ParagraphBlock([Scope(findings)]), new ListBlock(points)]);
    }

    private static Sentence Scope(Findings findings)
    {
        int industries = findings.Study.Firms.Industries.Distinct().Count();
        return findings.Study.Survey is null
            ? Sentence.Of(
                "summary.register_only", ("establishments", findings.Study.Firms.Count), ("industries", industries))
            : Sentence.Of(
                "summary.scope",
                ("establishments", findings.Study.Firms.Count),
                ("industries", industries),
                ("focal", findings.Focus.Firms.Length),
                ("industry", findings.Focus.Industry),
                ("surveyed", findings.Study.Survey.Respondents),
                ("ties", findings.Study.Ties?.Count ?? 0));
    }

    internal static Sentence Verdict(Findings findings)
    {
        if (findings.Concentration?.Find(findings.Focus.Industry) is not { } finding || finding.Test is null)
        {
            return Sentence.Of(
                "summary.not_tested", ("industry", findings.Focus.Industry), ("count", findings.Focus.Firms.Length));
        }

        string key = finding.Verdict switch
        {
            IndustryVerdict.Clustered => "summary.clustered",
            IndustryVerdict.Dispersed => "summary.dispersed",
            _ => "summary.no_departure",
        };
        return Sentence.Of(
            key,
            ("industry", finding.Industry),
            ("count", finding.Establishments),
            ("m", finding.PeakM),
            ("metres", finding.PeakDistance),
            ("p", finding.AdjustedPValue),
            ("replicates", findings.Concentration.Replicates)).Claiming("place-is-cluster");
    }
}
