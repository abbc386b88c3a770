using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Diagnosis;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>What the report says of how firms learn and change, and what it says that it cannot.</summary>
public sealed class LearningSectionTests
{
    private static Study Punjab => PunjabDiagnosis.Findings.Study;

    // Too few for the models, which take most of the time and are not asked about.
    private static Survey? Few => Punjab.Survey!.Of([.. Punjab.Survey.Firms.Take(40)]);

    [Fact]
    public void The_planted_changes_are_told_as_associations_and_what_is_alike_is_not_told_apart()
    {
        Section section = SectionOf(PunjabDiagnosis.Findings);

        Said(section).ShouldBe(
            [
                "learning.most_used", "learning.without_effort", "learning.share_without_effort", "learning.mechanisms_reading",
                "learning.not_asked", "learning.scores", "learning.not_coherent", "learning.changes_survey", "learning.rate_more",
                "learning.rate_alike", "learning.rate_alike", "learning.rates_sorting", "learning.no_founding", "learning.leading_source",
                "learning.sources_independent", "learning.innovation_index",
            ]);
        Sentences(section).Single(sentence => sentence.Key == "learning.rate_more").Arguments["type"].ShouldBe("product");
        Sentences(section).Single(sentence => sentence.Key == "learning.leading_source").Arguments["source"].ShouldBe("user");
        Sentences(section).Single(sentence => sentence.Key == "learning.not_asked").Arguments["mechanisms"].ShouldBe("learning by operating");
    }

    [Fact]
    public void Effort_and_what_comes_without_it_stand_apart_in_the_figure()
    {
        Table bars = Figure(SectionOf(PunjabDiagnosis.Findings), "learning_mechanisms").Data["bars"];

        bars.RowCount.ShouldBe(9);
        bars.Texts("group").ShouldBe([.. Enumerable.Repeat("takes money or time", 8), "comes without effort"]);
        for (int row = 0; row < bars.RowCount; row++)
        {
            bars.Numbers("estimate")[row].ShouldBeInRange(bars.Numbers("conf_low")[row], bars.Numbers("conf_high")[row] + 1e-12);
        }
    }

    [Fact]
    public void Curves_begin_at_one_and_stand_still_between_the_years()
    {
        Table curves = Figure(SectionOf(PunjabDiagnosis.Findings), "first_change").Data["curves"];

        curves.Texts("panel").Distinct().ShouldBe(["any change", "product change", "process change", "organisation change"]);
        foreach (IGrouping<(string?, string?), int> curve in Enumerable.Range(0, curves.RowCount)
            .GroupBy(row => (curves.Texts("panel")[row], curves.Texts("group")[row])))
        {
            int[] rows = [.. curve];
            (curves.Numbers("x")[rows[0]], curves.Numbers("estimate")[rows[0]]).ShouldBe((0, 1));
            rows.Zip(rows.Skip(1)).ShouldAllBe(pair => curves.Numbers("x")[pair.First] == curves.Numbers("x")[pair.Second]
                || curves.Numbers("estimate")[pair.First] == curves.Numbers("estimate")[pair.Second]);
        }
    }

    [Fact]
    public void Tables_are_written_once_each()
    {
        string[] names = [.. DiagnosisReport.Tables(PunjabDiagnosis.Findings).Select(table => table.Name)];

        string[] own =
        [
            "learning_mechanisms", "mechanism_scores", "technical_change_rates", "technical_change_survival", "technical_change_tests",
            "technical_change_costs", "innovation_sources", "innovation_index", "competence_inventory", "competence_relatedness",
            "competence_coherence",
        ];
        own.ShouldAllBe(name => names.Count(table => table == name) == 1);
    }

    [Fact]
    public void What_the_study_does_not_hold_is_said()
    {
        Said(SectionOf(Run(Punjab with { Survey = null, Changes = null }))).ShouldBe(["learning.no_mechanisms", "learning.no_changes"]);
        Said(SectionOf(Run(Read("template")))).ShouldContain("learning.no_changes");
    }

    [Fact]
    public void A_log_that_reaches_beyond_the_survey_watches_the_register()
    {
        int stranger = PunjabDiagnosis.Findings.Focus.Firms.First(firm => !Punjab.Survey!.Firms.Contains(firm));
        TechnicalChangeTable changes = Punjab.Changes!;
        TechnicalChange added = changes.Changes[0] with { Firm = stranger };

        Findings findings = Run(Punjab with { Survey = Few, Changes = changes with { Changes = [.. changes.Changes, added], Synthetic = [.. changes.Synthetic, true] } });

        findings.Learning!.Changes!.Firms.ShouldBe(findings.Focus.Firms.Length);
        Said(SectionOf(findings)).ShouldContain("learning.changes_register");
        PunjabDiagnosis.Findings.Learning!.Changes!.Firms.ShouldBe(Punjab.Survey!.Respondents);
    }

    [Fact]
    public void A_group_of_fewer_than_five_firms_is_neither_compared_nor_drawn()
    {
        HashSet<int> dispersed = [.. PunjabDiagnosis.Findings.Focus.DispersedFirms.Where(Punjab.Survey!.Firms.Contains).Take(4)];
        int[] kept = [.. Punjab.Survey.Firms.Where(firm => PunjabDiagnosis.Findings.Focus.ClusteredFirms.Contains(firm) || dispersed.Contains(firm))];

        Section section = SectionOf(Run(Punjab with { Survey = Punjab.Survey.Of(kept), Changes = Punjab.Changes!.Of(kept) }));

        Said(section).ShouldNotContain("learning.rate_more");
        Said(section).ShouldNotContain("learning.rate_alike");
        Figure(section, "first_change").Data["curves"].Texts("group").ShouldAllBe(group => group == "clustered");
        Table rates = section.Blocks.OfType<TableBlock>().Single(block => block.Table.Name == "technical_change_rates").Table;
        rates.Texts("group").Zip(rates.Numbers("estimate")).Where(row => row.First == "dispersed").ShouldAllBe(row => double.IsNaN(row.Second));
    }

    [Fact]
    public void Which_source_leads_is_not_said_when_it_is_hidden()
    {
        // Two firms make most changes of the source that leads; eight others name one source each.
        TechnicalChangeTable changes = Punjab.Changes!;
        int[] firms = [.. changes.Changes.Select(change => change.Firm).Distinct().Take(16)];
        TechnicalChange[] log = [.. changes.Changes.Where(change => firms.Contains(change.Firm)).Select(change => change with
        {
            Source = Array.IndexOf(firms, change.Firm) switch { < 2 => "user", < 9 => "own", _ => "supplier" },
        })];
        TechnicalChange[] leading = [.. log.Where(change => change.Source == "user")
            .Select(change => change with { Type = TechnicalChangeType.Product })];
        TechnicalChange[] many = [.. log, .. Enumerable.Repeat(leading, 20).SelectMany(some => some)];

        Section section = SectionOf(Run(Punjab with { Changes = changes with { Changes = many, Synthetic = [.. many.Select(_ => true)] } }));

        Said(section).ShouldNotContain("learning.leading_source");
        Said(section).ShouldContain("learning.sources_independent");
        Said(section).ShouldContain("learning.rate_scaled");
        Figure(section, "innovation_sources").Data["bars"].Numbers("estimate").Select(double.IsNaN).Count(hidden => hidden).ShouldBe(2);
    }

    private static FigureBlock Figure(Section section, string id) => section.Blocks.OfType<FigureBlock>().Single(block => block.Id == id);

    private static Study Read(string name) => StudyReader.Read(
        Path.Combine(SharedFolder.RepositoryRoot, "studies", name), cancellationToken: TestContext.Current.CancellationToken);

    private static Findings Run(Study study) => ClusterDiagnosis.Run(
        study, new() { Replicates = 19, Industry = study.Firms.Industries.Contains("farm equipment") ? "farm equipment" : null },
        cancellationToken: TestContext.Current.CancellationToken).Findings;

    private static Section SectionOf(Findings findings)
    {
        Report report = DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings));
        HtmlReport.Render(report, TextCatalogue.Load()).ShouldNotBeEmpty(); // every sentence has what its places need
        return report.Sections.Single(section => section.Key == "learning");
    }

    private static IEnumerable<Sentence> Sentences(Section section) =>
        section.Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Sentences);

    private static string[] Said(Section section) => [.. Sentences(section).Select(sentence => sentence.Key)];
}
