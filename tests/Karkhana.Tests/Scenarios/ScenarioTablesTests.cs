using Karkhana.Core.Documents;
using Karkhana.Core.Inference;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Reporting;
using Karkhana.Scenarios;
using Karkhana.Scenarios.Programme;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

/// <summary>Tables and documents of scenarios: whom they hold back, in which currency, under which names.</summary>
public sealed class ScenarioTablesTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    [Fact]
    public void No_firm_of_the_study_is_named_in_report_or_tables()
    {
        HashSet<string> ids = [.. Punjab.Study.Firms.Ids];

        HtmlReport.Render(PunjabScenarios.Composed, Texts).Split([' ', '<', '>', '"', ',', '(', ')', '\n', '.']).ShouldNotContain(word => ids.Contains(word));
        foreach (Table table in ScenarioTables.Of(PunjabScenarios.Studied))
        {
            table.Columns.OfType<TextColumn>().SelectMany(column => column.Values).ShouldNotContain(text => text != null && ids.Contains(text), table.Name);
        }
    }

    [Fact]
    public void Groups_of_fewer_than_five_firms_are_held_back_with_a_second_one()
    {
        Table groups = ScenarioTables.Of(PunjabScenarios.Studied).First(table => table.Name == "who_gains");
        IReadOnlyList<double> firms = groups.Numbers("n");
        IReadOnlyList<double> gains = groups.Numbers("estimate");

        firms.ShouldAllBe(count => double.IsNaN(count) || count >= SmallCells.LeastFirms);
        firms.Count(double.IsNaN).ShouldBeGreaterThan(1); // the villages of the study
        Enumerable.Range(0, groups.RowCount).Where(row => double.IsNaN(firms[row])).ShouldAllBe(
            row => double.IsNaN(gains[row]) && double.IsNaN(groups.Numbers("runs_better")[row]));
        PunjabScenarios.Studied.Simulation.Comparison.Groups.ShouldContain(group => group.Firms < SmallCells.LeastFirms);
    }

    [Fact]
    public void A_firm_is_told_by_what_five_firms_share_and_by_no_place()
    {
        FirmStories stories = FirmStories.Of(PunjabScenarios.Studied);

        stories.Stories.Count.ShouldBe(3);
        foreach (FirmStory story in stories.Stories)
        {
            Punjab.Study.Firms.Places.Distinct().ShouldNotContain(place => story.Description.Contains(place));
            story.Nothing.Moments.Count.ShouldBeLessThanOrEqualTo(13);
        }

        stories.ToTable().Columns.Select(column => column.Name).ShouldBe(
            ["firm", "kind", "scenario", "quarter", "capability", "effort", "regime", "took_part"]);
    }

    [Fact]
    public void The_regimes_of_a_scenario_add_up_to_all_firms_before_and_after()
    {
        Table regimes = RegimeMix.Of(PunjabScenarios.Studied.Simulation);

        foreach (IGrouping<string?, int> rows in Enumerable.Range(0, regimes.RowCount).GroupBy(row => regimes.Texts("policy")[row]))
        {
            rows.Sum(row => regimes.Numbers("before")[row]).ShouldBe(1, 1e-9);
            rows.Sum(row => regimes.Numbers("after")[row]).ShouldBe(1, 1e-9);
        }

        regimes.Texts("policy").Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Paths_end_where_the_gain_is_told()
    {
        Table paths = GainPaths.Of(PunjabScenarios.Studied.Simulation);
        double[] gains = [.. PunjabScenarios.Studied.Simulation.OutcomesOf("P02").Values(OutcomeNames.CapabilityMean)
            .Zip(PunjabScenarios.Studied.Simulation.OutcomesOf("P18").Values(OutcomeNames.CapabilityMean), (with, without) => with - without)];

        int last = Enumerable.Range(0, paths.RowCount).Single(row => paths.Texts("policy")[row] == "P02" && paths.Numbers("quarter")[row] == 12);
        paths.Numbers("estimate")[last].ShouldBe(Quantiles.Median(gains), 1e-12);
        paths.Numbers("run_low")[last].ShouldBeGreaterThanOrEqualTo(gains.Min());
        paths.Numbers("run_high")[last].ShouldBeLessThanOrEqualTo(gains.Max());
    }

    [Fact]
    public void Tables_say_the_currency_of_the_study_and_no_dimension_with_one_group()
    {
        foreach (Table table in ScenarioTables.Of(PunjabScenarios.Studied))
        {
            table.Columns.ShouldAllBe(column => column.Unit != "currency of the study", table.Name);
        }

        Table groups = ScenarioTables.Of(PunjabScenarios.Studied).First(table => table.Name == "who_gains");
        foreach (IGrouping<string?, int> dimension in Enumerable.Range(0, groups.RowCount).GroupBy(row => groups.Texts("dimension")[row]))
        {
            dimension.Select(row => groups.Texts("group")[row]).Distinct().Count().ShouldBeGreaterThan(1, dimension.Key);
        }
    }

    [Fact]
    public void Names_of_tables_differ_in_the_results_of_each_command()
    {
        Twice(DiagnosisReport.Tables(Punjab with { Scenarios = PunjabScenarios.Studied })).ShouldBeEmpty();
        Twice(ScenarioTables.Of(PunjabScenarios.Studied).Concat(new ProgrammeDocuments(Punjab, PunjabScenarios.Studied).Tables)).ShouldBeEmpty();

        static IEnumerable<string> Twice(IEnumerable<Table> tables) =>
            tables.GroupBy(table => table.Name).Where(group => group.Count() > 1).Select(group => group.Key);
    }

    [Fact]
    public void Documents_are_filled_from_the_study_and_leave_room_for_those_who_run_the_programme()
    {
        ProgrammeDocuments documents = new(Punjab, PunjabScenarios.Studied);

        documents.All.Select(document => document.Name).ShouldBe(["action-plan", "monitoring-plan", "programme-design"]);
        foreach ((string name, Report report) in documents.All)
        {
            string text = MarkdownReport.Render(report, Texts);
            text.ShouldContain("SYNTHETIC DATA", Case.Sensitive, name);
            text.ShouldContain("| --- |", Case.Sensitive, name);
            HtmlReport.Render(report, Texts).ShouldContain("SYNTHETIC DATA");
        }

        Table plan = documents.Tables.Single(table => table.Name == "action_plan");
        plan.RowCount.ShouldBeInRange(1, 5);
        plan.Texts("owner").ShouldAllBe(owner => owner == null);
    }

    [Fact]
    public void The_history_is_told_of_a_study_that_names_it_whatever_the_study_is_called()
    {
        PolicyStudyOptions few = new()
        {
            Policies = PunjabScenarios.Short with { Policies = ShippedPolicies.Only("P12", "P18"), Budget = null, Replicates = 2, ParameterDraws = 2 },
            FactReplicates = 0,
            WorldReplicates = 0,
        };
        PolicyStudyResult Told(StudyHistory? history) => PolicyStudy.Run(
            Punjab with { Study = Punjab.Study with { Settings = Punjab.Study.Settings with { Name = "a-copy", History = history } } }, few, null, TestContext.Current.CancellationToken)!;

        PolicyStudyResult told = Told(StudyHistory.Punjab);
        (told.Drills, told.Tubewells).ShouldSatisfyAllConditions(pair => pair.Drills.ShouldNotBeNull(), pair => pair.Tubewells.ShouldNotBeNull());
        PolicyStudyResult untold = Told(null);
        (untold.Drills, untold.Tubewells).ShouldBe((null, null));
        Punjab.Study.Settings.History.ShouldBe(StudyHistory.Punjab);
    }

    [Fact]
    public void Without_a_currency_money_is_that_of_the_policy_file_and_said()
    {
        Findings none = Punjab with { Study = Punjab.Study with { Settings = Punjab.Study.Settings with { Currency = "" } } };
        PolicySimulationOptions few = PunjabScenarios.Short with { Policies = ShippedPolicies.Only("P12", "P18"), Budget = null, Replicates = 2, ParameterDraws = 2 };
        PolicySimulationResult shipped = PolicySimulation.Run(none, few, null, TestContext.Current.CancellationToken)!;
        PolicySimulationResult unsaid = PolicySimulation.Run(none, few with { Policies = few.Policies with { Money = null } }, null, TestContext.Current.CancellationToken)!;

        (shipped.Currency, unsaid.Currency).ShouldBe((few.Policies.Money!.Unit, "money units"));
        foreach (PolicySimulationResult found in new[] { shipped, unsaid })
        {
            found.Notes.ShouldContain(note => note.Code == "no-currency" && note.Text.Contains(found.Currency));
        }
    }
}
