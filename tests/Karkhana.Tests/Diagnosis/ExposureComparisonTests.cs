using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Policy;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>Whom the advice compares with, in the study that ships: 276 clustered firms in four towns, 90 dispersed ones.</summary>
public sealed class ExposureComparisonTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();
    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    [Fact]
    public void Clustered_firms_are_compared_with_dispersed_ones_unless_the_study_says_otherwise()
    {
        (int[] cluster, int[] comparison) = Sides(ComparisonFirms.Dispersed);

        cluster.ShouldBe(Punjab.Focus.ClusteredFirms);
        comparison.ShouldBe(Punjab.Focus.DispersedFirms);
        Punjab.Gaps!.Known.Count.ShouldBe(Punjab.Exposures.Exposures.Count);
        Punjab.Gaps.Known.ShouldAllBe(gap => gap.Errors == GapErrors.ByPlace && gap.Low < gap.Gap && gap.Gap < gap.High);
        Punjab.Options["comparison"].ShouldBe("dispersed");
    }

    [Fact]
    public void Named_places_are_the_comparison_set_and_leave_the_cluster()
    {
        (int[] cluster, int[] comparison) = Sides(new ComparisonFirms(ComparisonSet.Places, ["Daska", "Okara (rural)"]));

        PlacesOf(comparison).ShouldBe(["Daska", "Okara (rural)"]);
        PlacesOf(cluster).ShouldBe(["Faisalabad", "Mian Channu", "Okara"]);
        cluster.ShouldAllBe(firm => Punjab.Focus.ClusteredFirms.Contains(firm));
    }

    [Fact]
    public void Of_the_clusters_that_were_found_that_of_most_surveyed_firms_is_compared_with_the_others()
    {
        (int[] cluster, int[] comparison) = Sides(new ComparisonFirms(ComparisonSet.Clusters, []));

        PlacesOf(cluster).ShouldBe(["Daska"]); // 79 of its firms answered; more makers stand nowhere, and in Faisalabad nobody was asked
        cluster.Intersect(comparison).ShouldBeEmpty();
        (cluster.Length + comparison.Length).ShouldBe(Punjab.Location.Clusters.Membership.Count(number => number > 0));
    }

    [Fact]
    public void A_comparison_without_firms_on_one_side_is_refused()
    {
        string[] all = [.. Punjab.Study.Firms.Places.Distinct()];
        string[] without = [.. all.Except(PlacesOf(Punjab.Focus.Firms))];

        Refused(Punjab, new ComparisonFirms(ComparisonSet.Places, all)).Column.ShouldBe("policy.places");
        Refused(Punjab, new ComparisonFirms(ComparisonSet.Places, without)).Expected.ShouldBe("firms of the industry in the places to compare with");
        Findings unclustered = Punjab with { Location = Punjab.Location with { Clusters = Punjab.Location.Clusters with { Membership = [.. Punjab.Focus.Firms.Select(_ => 0)] } } };
        Refused(unclustered, new ComparisonFirms(ComparisonSet.Clusters, [])).Found.ShouldBe("none");

        // Nobody asked for dispersed firms: where there are none, no gap is known.
        ExposureComparison.Gaps(
            Punjab.Study, Punjab.Focus with { Clustered = [.. Punjab.Focus.Firms.Select(_ => true)] }, Punjab.Location, Punjab.Exposures, 3).ShouldBeNull();
    }

    [Fact]
    public void The_reason_for_a_lever_prints_the_gap_with_firms_and_interval()
    {
        Findings found = Compared(new ComparisonFirms(ComparisonSet.Places, ["Daska"]));

        string[] said = [.. Said(found)];

        LeverAdvice first = found.Advice!.Levers.First(item => item.Gaps.Count > 0);
        ExposureGap widest = first.Gaps[0];
        string reason = said.Single(sentence => sentence.StartsWith($"{first.Lever.Id} ", StringComparison.Ordinal));
        reason.ShouldContain($"({widest.AdvantageId})");
        reason.ShouldContain(FormattableString.Invariant($"interval {widest.Low:0.00} to {widest.High:0.00}; {widest.Firms} firms against {widest.Comparisons}"));
        said.ShouldContain(sentence => sentence.Contains("set against firms of the industry in Daska"));
        LeverSection.Compose(found).Blocks.OfType<TableBlock>().Select(block => block.Table.Name).ShouldBe(["lever_ranking", "exposure_gaps"]);
        DiagnosisReport.Tables(found).Single(table => table.Name == "exposure_gaps").RowCount.ShouldBe(found.Gaps!.Known.Count);
    }

    [Fact]
    public void Where_no_gap_is_known_the_section_says_that_gaps_change_nothing()
    {
        Findings none = PunjabDiagnosis.Opened with { Gaps = null, Advice = Advice(Punjab with { Gaps = null }) };

        Said(none).ShouldContain(sentence => sentence.StartsWith("No gap of exposure is known", StringComparison.Ordinal));
        DiagnosisReport.Tables(none).ShouldNotContain(table => table.Name == "exposure_gaps");
    }

    private static string[] PlacesOf(int[] firms) => [.. firms.Select(firm => Punjab.Study.Firms.Places[firm]).Distinct().Order(StringComparer.Ordinal)];

    private static Study With(ComparisonFirms comparison) => Punjab.Study with { Settings = Punjab.Study.Settings with { Comparison = comparison } };

    private static (int[] Cluster, int[] Comparison) Sides(ComparisonFirms comparison) =>
        ExposureComparison.Sides(With(comparison), Punjab.Focus, Punjab.Location.Clusters.Membership);

    private static DataProblem Refused(Findings findings, ComparisonFirms comparison)
    {
        DataProblem problem = Should.Throw<StudyException>(() => ExposureComparison.Gaps(
            With(comparison), findings.Focus, findings.Location, findings.Exposures, 3)).Problems.Single();
        problem.Code.ShouldBe("empty-comparison");
        return problem;
    }

    private static Findings Compared(ComparisonFirms comparison)
    {
        Study study = With(comparison);
        Findings compared = PunjabDiagnosis.Opened with
        {
            Study = study,
            Gaps = ExposureComparison.Gaps(study, Punjab.Focus, Punjab.Location, Punjab.Exposures, 3),
        };
        return compared with { Advice = Advice(compared) };
    }

    private static PolicyAdviceResult Advice(Findings findings) => PolicyAdvice.Estimate(
        LeverMenu.Default(), PolicyInput.Of(findings, findings.Regimes!), 3, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Said(Findings findings) => LeverSection.Compose(findings).Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        _ => Enumerable.Empty<Sentence>(),
    }).Select(Texts.Say);
}
