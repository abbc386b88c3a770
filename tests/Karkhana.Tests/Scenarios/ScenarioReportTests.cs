using Karkhana.Core.Documents;
using Karkhana.Core.Inference;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Policy;
using Karkhana.Reporting;
using Karkhana.Scenarios;
using Karkhana.Scenarios.Programme;
using Karkhana.Scenarios.Sections;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

public sealed class ScenarioReportTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();

    private static readonly PolicySimulationOptions Short = new()
    {
        Replicates = 8,
        ParameterDraws = 8,
        Model = new SimulationOptions { BurnIn = 4, Horizon = 12 },
        Policies = Only("P02", "P08", "P12", "P18"),
        Budget = 1e12,
    };

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    private static readonly Lazy<PolicyStudyResult> Studied = new(() => PolicyStudy.Run(
        Punjab, new PolicyStudyOptions { Policies = Short, FactReplicates = 0, WorldReplicates = 2 })!);

    private static Report Composed => ScenarioReport.Compose(Punjab, Studied.Value, Tables);

    private static IReadOnlyList<Table> Tables => [.. ScenarioTables.Of(Studied.Value), Table.Of("data_dictionary", Column.Of("table_name", Array.Empty<string?>()))];

    [Fact]
    public void The_first_lever_is_never_told_without_the_mix_of_regimes_and_what_is_not_settled()
    {
        foreach (Section section in Composed.Sections.Append(BriefSection.Compose(Studied.Value)))
        {
            string[] keys = [.. Sentences(section).Select(sentence => sentence.Key)];
            if (keys.Contains("scenarios.first"))
            {
                keys.ShouldContain("scenarios.mix", section.Key);
                keys.ShouldContain(key => key == "scenarios.settled" || key == "scenarios.not_settled", section.Key);
            }
        }

        ScenarioReport.Summary(Studied.Value)[0].Key.ShouldBe(Studied.Value.Leading is null ? "scenarios.no_gain" : "scenarios.first");
    }

    [Fact]
    public void The_report_renders_with_every_figure_and_says_in_the_model()
    {
        string page = HtmlReport.Render(Composed, Texts);

        page.ShouldContain("In the model, under these assumptions");
        page.ShouldContain("SYNTHETIC DATA");
        FigureBlock[] figures = [.. Composed.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>()];
        figures.Select(figure => figure.Id).ShouldBe(["lever_tradeoff", "gain_paths", "lever_groups", "programme_design", "firm_stories", "world_differences", "drill_makers"]);
        figures.ShouldAllBe(figure => SvgFigure.Render(figure, Texts, true).Contains("synthetic data"));
    }

    [Fact]
    public void No_firm_of_the_study_is_named_in_report_or_tables()
    {
        HashSet<string> ids = [.. Punjab.Study.Firms.Ids];

        HtmlReport.Render(Composed, Texts).Split([' ', '<', '>', '"', ',', '(', ')', '\n', '.']).ShouldNotContain(word => ids.Contains(word));
        foreach (Table table in ScenarioTables.Of(Studied.Value))
        {
            table.Columns.OfType<TextColumn>().SelectMany(column => column.Values).ShouldNotContain(text => text != null && ids.Contains(text), table.Name);
        }
    }

    [Fact]
    public void Groups_of_fewer_than_five_firms_are_held_back_with_a_second_one()
    {
        Table groups = ScenarioTables.Of(Studied.Value).First(table => table.Name == "who_gains");
        IReadOnlyList<double> firms = groups.Numbers("n");
        IReadOnlyList<double> gains = groups.Numbers("estimate");

        firms.ShouldAllBe(count => double.IsNaN(count) || count >= SmallCells.LeastFirms);
        firms.Count(double.IsNaN).ShouldBeGreaterThan(1); // the villages of the study
        Enumerable.Range(0, groups.RowCount).Where(row => double.IsNaN(firms[row])).ShouldAllBe(
            row => double.IsNaN(gains[row]) && double.IsNaN(groups.Numbers("runs_better")[row]));
        Studied.Value.Simulation.Comparison.Groups.ShouldContain(group => group.Firms < SmallCells.LeastFirms);
    }

    [Fact]
    public void A_firm_is_told_by_what_five_firms_share_and_by_no_place()
    {
        FirmStories stories = FirmStories.Of(Studied.Value);

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
        Table regimes = RegimeMix.Of(Studied.Value.Simulation);

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
        Table paths = GainPaths.Of(Studied.Value.Simulation);
        double[] gains = [.. Studied.Value.Simulation.OutcomesOf("P02").Values(OutcomeNames.CapabilityMean)
            .Zip(Studied.Value.Simulation.OutcomesOf("P18").Values(OutcomeNames.CapabilityMean), (with, without) => with - without)];

        int last = Enumerable.Range(0, paths.RowCount).Single(row => paths.Texts("policy")[row] == "P02" && paths.Numbers("quarter")[row] == 12);
        paths.Numbers("estimate")[last].ShouldBe(Quantiles.Median(gains), 1e-12);
        paths.Numbers("run_low")[last].ShouldBeGreaterThanOrEqualTo(gains.Min());
        paths.Numbers("run_high")[last].ShouldBeLessThanOrEqualTo(gains.Max());
    }

    [Fact]
    public void A_budget_of_zero_says_that_only_doing_nothing_is_left()
    {
        PolicySimulationResult found = PolicySimulation.Run(Punjab, Short with { Budget = 0, Replicates = 4, ParameterDraws = 4 }, null, TestContext.Current.CancellationToken)!;

        ScenarioSummary.Budget(found).Select(sentence => sentence.Key).ShouldBe(["scenarios.budget_nothing"]);
        found.Budget!.Left.ShouldBe(0);
        Texts.Say(ScenarioSummary.Budget(found)[0]).ShouldContain("what is left is doing nothing");
    }

    [Fact]
    public void A_large_budget_tells_the_set_and_the_order_that_gains_most()
    {
        string[] keys = [.. ScenarioSummary.Budget(Studied.Value.Simulation).Select(sentence => sentence.Key)];

        keys.ShouldBe(Studied.Value.Simulation.Budget!.Comparison is null
            ? ["scenarios.budget_one", "scenarios.budget_searched"]
            : ["scenarios.budget_set", "scenarios.budget_left", "scenarios.budget_order", "scenarios.budget_searched"]);
    }

    [Fact]
    public void What_was_searched_is_said_with_the_most_levers_of_a_set()
    {
        PolicySimulationResult simulation = Studied.Value.Simulation;
        PolicySimulationResult few = simulation with { Budget = simulation.Budget! with { MostPolicies = 1, Considered = 3 } };

        Texts.Say(ScenarioSummary.Budget(few)[^1]).ShouldBe(
            "Sets of at most 1 of the 3 levers with a gain in the model were searched, as if gains add up; a larger set may be worth more.");
        Texts.Say(ScenarioSummary.Budget(simulation)[^1]).ShouldStartWith("All sets of the ");
    }

    [Theory]
    [InlineData(0, "scenarios.overturn_nothing_never")]
    [InlineData(3, "scenarios.overturn_nothing")]
    public void A_lever_that_is_never_overturned_is_not_said_to_fail_in_no_draw(int overturned, string key)
    {
        PolicyStudyResult study = Studied.Value;
        PolicyEffect first = study.Simulation.Ranking.Policies[0].Effect;
        PolicyStudyResult told = study with { Overturns = [new OverturnSearch(first.Scenario, study.Simulation.Comparison.Baseline, 50, overturned, null, null)] };

        if (study.Leading is not null)
        {
            ScenarioSummary.Overturn(told)[0].Key.ShouldBe(key);
        }
    }

    [Fact]
    public void Levers_that_lie_on_each_other_in_the_figure_are_all_named()
    {
        FigureBlock figure = Composed.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>().Single(one => one.Id == "lever_tradeoff");

        string[] named = [.. figure.Data["points"].Texts("label").SelectMany(label => label!.Split(", ", StringSplitOptions.RemoveEmptyEntries))];
        named.ShouldBe(Studied.Value.Simulation.Comparison.Effects.Select(effect => effect.Scenario), ignoreOrder: true);
    }

    [Fact]
    public void A_parameter_that_the_search_presses_to_the_edge_of_its_range_is_known()
    {
        ParameterTable.IsAtEdge([0.137, 0.149, 0.15, 0.1], 0, 0.15).ShouldBeTrue();
        ParameterTable.IsAtEdge([0.05, 0.06, 0.08, 0.4], 0.05, 0.4).ShouldBeTrue();
        ParameterTable.IsAtEdge([0.05, 0.06, 0.2, 0.4], 0.05, 0.4).ShouldBeFalse();
    }

    [Fact]
    public void A_rate_is_called_a_rate_with_the_share_of_draws_that_reach_the_step()
    {
        Sentence? rate = ScenarioReport.Summary(Studied.Value).FirstOrDefault(sentence => sentence.Key == "scenarios.rate");

        (rate is null).ShouldBe(Studied.Value.Leading is null);
        Texts.Say(Sentence.Of("scenarios.rate", ("lever", "P01"), ("gain", 0.11), ("share", 0.58), ("all", Studied.Value.Simulation.FirmsAtStart), ("firms", 62.3)))
            .ShouldContain("0.11 standard deviations");
        Studied.Value.Simulation.FirmsAtStart.ShouldBe(Studied.Value.Simulation.Compared.Baseline.Values("firms_start").Average(), tolerance: 1e-9);
        Table order = LeverOutcomeSection.Ranked(Studied.Value);
        order.Numbers("reaches").ShouldAllBe(share => share >= 0 && share <= 1);
        order.Numbers("firms").ShouldBe(Studied.Value.Simulation.Ranking.Policies.Select(policy => policy.Effect.FirmsReached));
        LeverOutcomeSection.Gains(Studied.Value.Simulation).Texts("together").ShouldAllBe(text => text!.Contains("to"));
    }

    [Fact]
    public void Levers_that_reach_nobody_are_told_with_their_reason_and_one_lever_has_no_neighbours()
    {
        PlannedPolicy shipped = PolicyFile.Default().Policies.First(policy => policy.Intervention.Id == "P02");
        PlannedPolicy As(string id, Func<Intervention, Intervention> change) => shipped with { Intervention = change(shipped.Intervention with { Id = id }) };
        PolicyFile odd = PolicyFile.Default() with
        {
            Policies =
            [
                As("late", policy => policy with { Start = 500, End = 510 }),
                As("lost", policy => policy with { NonDelivery = 1 }),
                As("barred", policy => policy with { Eligibility = FirmCondition.Parse("size < 0") }),
            ],
        };
        PolicyStudyResult found = Brief(odd);
        string[] said = [.. ScenarioReport.Summary(found).Select(Texts.Say)];

        found.Simulation.Comparison.Effects.ShouldAllBe(effect => effect.CostPerGain.State == CostPerGainState.NobodyReached && effect.FirmsReached == 0);
        ScenarioReport.Summary(found).ShouldNotContain(sentence => sentence.Key == "scenarios.settled" || sentence.Key == "scenarios.not_settled");
        said[0].ShouldStartWith("In the model no firm takes part in any of the 3 levers");
        said.ShouldContain(line => line.StartsWith("late ") && line.Contains("starts in quarter 500, and 12 quarters were simulated"));
        said.ShouldContain(line => line.StartsWith("lost ") && line.Contains("nonDelivery is 1"));
        said.ShouldContain(line => line.StartsWith("barred ") && line.Contains("meet size < 0 when it starts"));

        string[] keys = [.. ScenarioReport.Summary(Brief(Only("P12", "P18"))).Select(sentence => sentence.Key)];
        keys[0].ShouldBeOneOf("scenarios.first_one", "scenarios.no_gain_one");
        keys.ShouldNotContain(key => key == "scenarios.settled" || key == "scenarios.not_settled" || key.StartsWith("scenarios.priced"));
    }

    [Fact]
    public void Tables_say_the_currency_of_the_study_and_no_dimension_with_one_group()
    {
        foreach (Table table in ScenarioTables.Of(Studied.Value))
        {
            table.Columns.ShouldAllBe(column => column.Unit != "currency of the study", table.Name);
        }

        Table groups = ScenarioTables.Of(Studied.Value).First(table => table.Name == "who_gains");
        foreach (IGrouping<string?, int> dimension in Enumerable.Range(0, groups.RowCount).GroupBy(row => groups.Texts("dimension")[row]))
        {
            dimension.Select(row => groups.Texts("group")[row]).Distinct().Count().ShouldBeGreaterThan(1, dimension.Key);
        }
    }

    [Fact]
    public void Without_enough_answers_rules_are_not_set_beside_the_model()
    {
        Findings closed = Punjab with { Gate = ClaimsGate.For(new Dictionary<string, double>()) };
        PolicySimulationResult found = PolicySimulation.Run(closed, Short with { Budget = null, Replicates = 4, ParameterDraws = 4 }, null, TestContext.Current.CancellationToken)!;

        found.Agreement.ShouldBeNull();
        PolicyStudyOptions.Brief(closed, 5).ShouldBeNull();
        AdviceSection.Blocks(Studied.Value with { Simulation = found }).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_part_of_a_diagnosis_takes_the_levers_that_the_rules_put_first()
    {
        PolicyStudyOptions brief = PolicyStudyOptions.Brief(Punjab, 3)!;
        string[] first = [.. Punjab.Advice!.Levers.Where(item => item.Vetoed == VetoRule.None && !item.Lever.IsBaseline).Take(3).Select(item => item.Lever.Id)];

        brief.Policies.Policies.Policies.Where(policy => !policy.Intervention.IsBaseline).Select(policy => policy.Lever.Id).ShouldBe(first);
        brief.Policies.Replicates.ShouldBeGreaterThanOrEqualTo(200); // framework 4.2
        brief.IsBrief.ShouldBeTrue();
        Findings with = Punjab with { Scenarios = Studied.Value with { IsBrief = true } };
        Section section = DiagnosisReport.Compose(with, DiagnosisReport.Tables(with)).Sections.Single(one => one.Key == BriefSection.Key);
        Sentences(section).ShouldContain(sentence => sentence.Key == "scenarios.brief");
    }

    [Fact]
    public void Names_of_tables_differ_in_the_results_of_each_command()
    {
        Twice(DiagnosisReport.Tables(Punjab with { Scenarios = Studied.Value })).ShouldBeEmpty();
        Twice(ScenarioTables.Of(Studied.Value).Concat(new ProgrammeDocuments(Punjab, Studied.Value).Tables)).ShouldBeEmpty();

        static IEnumerable<string> Twice(IEnumerable<Table> tables) =>
            tables.GroupBy(table => table.Name).Where(group => group.Count() > 1).Select(group => group.Key);
    }

    [Fact]
    public void Documents_are_filled_from_the_study_and_leave_room_for_those_who_run_the_programme()
    {
        ProgrammeDocuments documents = new(Punjab, Studied.Value);

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
            Policies = Short with { Policies = Only("P12", "P18"), Budget = null, Replicates = 2, ParameterDraws = 2 },
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
        PolicySimulationOptions few = Short with { Policies = Only("P12", "P18"), Budget = null, Replicates = 2, ParameterDraws = 2 };
        PolicySimulationResult shipped = PolicySimulation.Run(none, few, null, TestContext.Current.CancellationToken)!;
        PolicySimulationResult unsaid = PolicySimulation.Run(none, few with { Policies = few.Policies with { Money = null } }, null, TestContext.Current.CancellationToken)!;

        (shipped.Currency, unsaid.Currency).ShouldBe((few.Policies.Money!.Unit, "money units"));
        foreach (PolicySimulationResult found in new[] { shipped, unsaid })
        {
            found.Notes.ShouldContain(note => note.Code == "no-currency" && note.Text.Contains(found.Currency));
        }
    }

    private static PolicyStudyResult Brief(PolicyFile policies) => PolicyStudy.Run(
        Punjab,
        new PolicyStudyOptions { Policies = Short with { Policies = policies, Budget = null, Replicates = 4, ParameterDraws = 4 }, FactReplicates = 0, WorldReplicates = 0 },
        null, TestContext.Current.CancellationToken)!;

    private static PolicyFile Only(params string[] ids) => PolicyFile.Default() with
    {
        Policies = [.. PolicyFile.Default().Policies.Where(policy => ids.Contains(policy.Intervention.Id))],
    };

    private static IEnumerable<Sentence> Sentences(Section section) => section.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        _ => [],
    });
}
