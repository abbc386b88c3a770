using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

public sealed class IntegrationSectionTests
{
    [Fact]
    public void Every_advantage_with_exposure_has_its_account_and_its_paths()
    {
        ChannelAccountResult account = PunjabDiagnosis.Findings.Integration!.Account;

        account.Advantages.Count.ShouldBe(PunjabDiagnosis.Findings.Exposures.Exposures.Count);
        account.Paths.Select(path => path.Channel).Distinct().Count().ShouldBe(6);
    }

    [Fact]
    public void The_section_shows_the_paths_beside_the_theory_and_says_what_was_found()
    {
        Section section = SectionOf(PunjabDiagnosis.Findings, "account");

        section.Blocks.OfType<FigureBlock>().Select(figure => figure.Id).ShouldBe(["channel_account", "channel_paths"]);
        int found = PunjabDiagnosis.Findings.Integration!.Account.Paths.Count(path => path.AdjustedPValue <= 0.05);
        Sentences(section).Count(sentence => sentence.Key.StartsWith("account.found", StringComparison.Ordinal)).ShouldBe(found);
        Sentences(section).ShouldContain(sentence => sentence.Key == "account.theory");
    }

    [Fact]
    public void The_section_tells_the_paths_between_constructs()
    {
        LearningPathsResult paths = PunjabDiagnosis.Findings.Integration!.Paths;

        paths.Find("capability", "effort").ShouldNotBeNull();
        Sentences(SectionOf(PunjabDiagnosis.Findings, "account")).ShouldContain(sentence => sentence.Key == "account.between");
        PunjabDiagnosis.Findings.Integration.ToTables(PunjabDiagnosis.Findings.Exposures.FirmIds, PunjabDiagnosis.Findings.Gate)
            .Single(table => table.Name == "learning_paths").RowCount.ShouldBe(paths.Paths.Count);
    }

    [Fact]
    public void Both_rivals_are_told_in_words_whatever_their_verdict()
    {
        string[] keys = [.. Sentences(SectionOf(PunjabDiagnosis.Findings, "hypotheses")).Select(sentence => sentence.Key)];

        keys.ShouldContain(key => key.StartsWith("hypotheses.h16_", StringComparison.Ordinal));
        keys.ShouldContain(key => key.StartsWith("hypotheses.h17_", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_associations_have_a_curve_and_the_gate_takes_that_of_the_clustered()
    {
        Findings closed = PunjabDiagnosis.Findings with { Gate = ClaimsGate.For(new Dictionary<string, double>()) };

        Figures(SectionOf(Opened, "specifications")).ShouldBe(["specifications_capability", "specifications_effort"]);
        Figures(SectionOf(closed, "specifications")).ShouldBe(["specifications_effort"]);
    }

    [Fact]
    public void The_gate_counts_the_firms_that_the_comparison_uses_not_those_that_answered()
    {
        ComparisonEstimate main = PunjabDiagnosis.Findings.Integration!.Comparison!.Main("capability")!;

        ClaimDecision decision = PunjabDiagnosis.Findings.Gate.Decisions.Single(row => row.Claim.Id == "cluster-raises-capability");

        decision.Missing.ShouldBeEmpty();
        (main.Clustered, main.Dispersed, main.Imputed).ShouldBe((162, 81, 84)); // all of which capability was measured; 84 lack a covariate

        // The planted gap of the firms asked is 0.74 standard deviations of true capability with the same held equal; sixteen places cannot tell it from chance.
        main.Low.ShouldBeLessThan(0.74);
        main.High.ShouldBeGreaterThan(0.74);
        main.IsClear.ShouldBeFalse();
        PunjabDiagnosis.Findings.Integration.Hypotheses.Of("H1").Verdict.ShouldBe(Verdict.CannotTell);
        Sentences(SectionOf(PunjabDiagnosis.Findings, "comparison")).Select(sentence => sentence.Key).ShouldContain("comparison.imputed");
    }

    [Fact]
    public void Without_enough_firms_nothing_is_said_of_the_comparison()
    {
        Findings closed = PunjabDiagnosis.Findings with { Gate = ClaimsGate.For(new Dictionary<string, double>()) };

        Sentences(SectionOf(closed, "comparison")).Single().Key.ShouldBe("comparison.none");
        closed.Integration!.ToTables(closed.Exposures.FirmIds, closed.Gate).ShouldNotContain(table => table.Name == "cluster_comparison");
    }

    [Fact]
    public void With_few_places_the_comparison_and_the_regressions_say_the_same_and_what_is_still_apart()
    {
        ClusterComparisonResult comparison = Opened.Integration!.Comparison!;
        ComparisonEstimate main = comparison.Main("capability")!;
        string[] said = [.. Sentences(SectionOf(Opened, "comparison")).Select(sentence => sentence.Key)];
        string[] regressions = [.. Sentences(SectionOf(Opened, "estimates")).Select(sentence => sentence.Key)];

        main.IsClear.ShouldBe(main.Low > 0 && main.PermutationPValue <= 0.05);
        said.Contains("comparison.gap").ShouldBe(main.IsClear);
        said.Contains("comparison.gap_unclear").ShouldBe(!main.IsClear);
        said.Contains("comparison.few_places").ShouldBe(!main.IsClear && main.Low > 0);
        regressions.Contains("estimates.gap").ShouldBe(main.IsClear);
        bool apart = comparison.Balance.Any(row => row is { Outcome: "capability", Estimator: ComparisonEstimator.AugmentedWeighting, IsBalanced: false });
        said.Contains("comparison.not_alike").ShouldBe(apart);
        regressions.ShouldContain("estimates.wild"); // sixteen places
    }

    [Fact]
    public void The_steps_along_effort_are_shown_with_their_sensitivity()
    {
        Section section = SectionOf(PunjabDiagnosis.Findings, "moderation");

        section.Blocks.OfType<TableBlock>().ShouldContain(block => block.Table.Name == "effort_mediation_sensitivity");
        DiagnosisReport.Tables(PunjabDiagnosis.Findings).ShouldContain(table => table.Name == "effort_mediation_sensitivity");
        DiagnosisReport.Tables(PunjabDiagnosis.Findings).ShouldContain(table => table.Name == "turning_points");
    }

    [Fact]
    public void Without_a_survey_every_section_says_what_is_missing()
    {
        Findings bare = PunjabDiagnosis.Findings with { Integration = null };

        Sentences(SectionOf(bare, "account")).Single().Key.ShouldBe("account.none");
        Sentences(SectionOf(bare, "hypotheses")).Single().Key.ShouldBe("hypotheses.none");
        Sentences(SectionOf(bare, "specifications")).Single().Key.ShouldBe("specifications.none");
    }

    [Fact]
    public void Tables_of_firms_hold_back_small_cells()
    {
        IReadOnlyList<Table> tables = DiagnosisReport.Tables(PunjabDiagnosis.Findings);

        tables.Select(table => table.Name).Distinct().Count().ShouldBe(tables.Count);
        tables.Select(table => table.Name).ShouldContain("specification_curve");
        tables.Select(table => table.Name).ShouldNotContain("regime_agreement"); // its small cells could be told by subtraction
        Table places = tables.Single(table => table.Name == "regime_places");
        Enumerable.Range(0, places.RowCount).Where(row => SmallCells.Hides(places, row)).ShouldAllBe(row => double.IsNaN(places.Numbers("estimate")[row]));
    }

    private static Findings Opened => PunjabDiagnosis.Opened;

    private static Section SectionOf(Findings findings, string key) => DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings)).Sections.Single(section => section.Key == key);

    private static IEnumerable<Sentence> Sentences(Section section) => section.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        _ => [],
    });

    private static IEnumerable<string> Figures(Section section) => section.Blocks.OfType<FigureBlock>().Select(figure => figure.Id);
}
