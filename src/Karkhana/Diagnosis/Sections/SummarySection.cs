using Karkhana.Agglomeration;
using Karkhana.Core.Documents;
using Karkhana.Policy;
using Karkhana.Scenarios.Sections;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The executive page: one sentence a finding, in the order of the chain.</summary>
internal static class SummarySection
{
    private const int TopLevers = 3;

    public static Section Compose(Findings findings)
    {
        List<Sentence> points = [Verdict(findings)];
        points.AddRange(ProfileBlocks.LevelSentences(findings));
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

        if (findings.Scenarios is { } scenarios)
        {
            points.AddRange(ScenarioSummary.Short(scenarios)); // never without the mix of regimes and the overlap
        }

        int withheld = findings.Gate.Decisions.Count(decision => !decision.Allowed);
        points.Add(Sentence.Of("summary.withheld", ("withheld", withheld), ("claims", findings.Gate.Decisions.Count)));
        return new Section("summary", [new ParagraphBlock([Scope(findings), .. Chosen(findings)]), new ListBlock(points)]);
    }

    // Without a survey another industry may be in focus than the one that the study is about: that must not go unsaid.
    private static IEnumerable<Sentence> Chosen(Findings findings)
    {
        if (findings.Focus.Reason == FocusReason.MostConcentrated)
        {
            yield return Sentence.Of("summary.focus_most_concentrated", ("industry", findings.Focus.Industry));
        }
    }

    private static Sentence Scope(Findings findings)
    {
        int industries = findings.OpenFirms.Industries.Distinct().Count();
        return findings.Study.Survey is null
            ? Sentence.Of(
                industries == 1 ? "summary.register_only_one" : "summary.register_only", ("establishments", findings.OpenFirms.Count), ("industries", industries))
            : Sentence.Of(
                industries == 1 ? "summary.scope_one" : "summary.scope",
                ("establishments", findings.OpenFirms.Count),
                ("industries", industries),
                ("focal", findings.Focus.Firms.Length),
                ("industry", findings.Focus.Industry),
                ("surveyed", findings.Study.Survey.Respondents),
                ("ties", findings.Study.Ties?.Count ?? 0));
    }

    internal static Sentence Verdict(Findings findings)
    {
        IndustryFinding? finding = findings.Concentration?.Find(findings.Focus.Industry);
        string key = (finding?.Verdict, findings.Concentration) switch
        {
            (IndustryVerdict.Clustered, _) => "summary.clustered",
            (IndustryVerdict.Dispersed, _) => "summary.dispersed",
            (IndustryVerdict.NoDeparture, _) => "summary.no_departure",
            (IndustryVerdict.CannotTell, _) => "summary.cannot_tell",
            (_, null) => "summary.one_industry",
            _ => "summary.too_few",
        };
        Sentence sentence = Sentence.Of(
            key,
            ("industry", findings.Focus.Industry),
            ("count", findings.Focus.Firms.Length),
            ("m", finding?.PeakM),
            ("metres", finding?.PeakDistance),
            ("p", finding is null ? null : PValue(finding.AdjustedPValue)),
            ("replicates", findings.Concentration?.Replicates));
        return key is "summary.one_industry" or "summary.too_few" or "summary.cannot_tell"
            ? sentence
            : sentence.Claiming("place-is-cluster");
    }

    /// <summary>Writes a p-value so that it is never 0.</summary>
    internal static string PValue(double p) =>
        p < 0.001 ? "< 0.001" : FormattableString.Invariant($"= {p:0.000}");
}
