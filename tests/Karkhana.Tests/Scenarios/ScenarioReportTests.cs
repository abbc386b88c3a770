using Karkhana.Core.Documents;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Policy;
using Karkhana.Reporting;
using Karkhana.Scenarios;
using Karkhana.Scenarios.Sections;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

/// <summary>What the report of scenarios says, and beside what.</summary>
public sealed class ScenarioReportTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    [Fact]
    public void The_first_lever_is_never_told_without_the_mix_of_regimes_and_what_is_not_settled()
    {
        foreach (Section section in PunjabScenarios.Composed.Sections.Append(BriefSection.Compose(PunjabScenarios.Studied)))
        {
            string[] keys = [.. Sentences(section).Select(sentence => sentence.Key)];
            if (keys.Contains("scenarios.first"))
            {
                keys.ShouldContain("scenarios.mix", section.Key);
                keys.ShouldContain(key => key == "scenarios.settled" || key == "scenarios.not_settled", section.Key);
            }
        }

        ScenarioReport.Summary(PunjabScenarios.Studied)[0].Key.ShouldBe(PunjabScenarios.Studied.Leading is null ? "scenarios.no_gain" : "scenarios.first");
    }

    [Fact]
    public void The_report_renders_with_every_figure_and_says_in_the_model()
    {
        string page = HtmlReport.Render(PunjabScenarios.Composed, Texts);

        page.ShouldContain("In the model, under these assumptions");
        page.ShouldContain("SYNTHETIC DATA");
        FigureBlock[] figures = [.. PunjabScenarios.Composed.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>()];
        figures.Select(figure => figure.Id).ShouldBe(["lever_tradeoff", "gain_paths", "lever_groups", "programme_design", "firm_stories", "world_differences", "drill_makers"]);
        figures.ShouldAllBe(figure => SvgFigure.Render(figure, Texts, true).Contains("synthetic data"));
    }

    [Fact]
    public void A_budget_of_zero_says_that_only_doing_nothing_is_left()
    {
        PolicySimulationResult found = PolicySimulation.Run(Punjab, PunjabScenarios.Short with { Budget = 0, Replicates = 4, ParameterDraws = 4 }, null, TestContext.Current.CancellationToken)!;

        ScenarioSummary.Budget(found).Select(sentence => sentence.Key).ShouldBe(["scenarios.budget_nothing"]);
        found.Budget!.Left.ShouldBe(0);
        Texts.Say(ScenarioSummary.Budget(found)[0]).ShouldContain("what is left is doing nothing");
    }

    [Fact]
    public void A_large_budget_tells_the_set_and_the_order_that_gains_most()
    {
        string[] keys = [.. ScenarioSummary.Budget(PunjabScenarios.Studied.Simulation).Select(sentence => sentence.Key)];

        keys.ShouldBe(PunjabScenarios.Studied.Simulation.Budget!.Comparison is null
            ? ["scenarios.budget_one", "scenarios.budget_searched"]
            : ["scenarios.budget_set", "scenarios.budget_left", "scenarios.budget_order", "scenarios.budget_searched"]);
    }

    [Fact]
    public void What_was_searched_is_said_with_the_most_levers_of_a_set()
    {
        PolicySimulationResult simulation = PunjabScenarios.Studied.Simulation;
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
        PolicyStudyResult study = PunjabScenarios.Studied;
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
        FigureBlock figure = PunjabScenarios.Composed.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>().Single(one => one.Id == "lever_tradeoff");

        string[] named = [.. figure.Data["points"].Texts("label").SelectMany(label => label!.Split(", ", StringSplitOptions.RemoveEmptyEntries))];
        named.ShouldBe(PunjabScenarios.Studied.Simulation.Comparison.Effects.Select(effect => effect.Scenario), ignoreOrder: true);
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
        Sentence? rate = ScenarioReport.Summary(PunjabScenarios.Studied).FirstOrDefault(sentence => sentence.Key == "scenarios.rate");

        (rate is null).ShouldBe(PunjabScenarios.Studied.Leading is null);
        Texts.Say(Sentence.Of("scenarios.rate", ("lever", "P01"), ("gain", 0.11), ("share", 0.58), ("all", PunjabScenarios.Studied.Simulation.FirmsAtStart), ("firms", 62.3)))
            .ShouldContain("0.11 standard deviations");
        PunjabScenarios.Studied.Simulation.FirmsAtStart.ShouldBe(PunjabScenarios.Studied.Simulation.Compared.Baseline.Values("firms_start").Average(), tolerance: 1e-9);
        Table order = LeverOutcomeSection.Ranked(PunjabScenarios.Studied);
        order.Numbers("reaches").ShouldAllBe(share => share >= 0 && share <= 1);
        order.Numbers("firms").ShouldBe(PunjabScenarios.Studied.Simulation.Ranking.Policies.Select(policy => policy.Effect.FirmsReached));
        LeverOutcomeSection.Gains(PunjabScenarios.Studied.Simulation).Texts("together").ShouldAllBe(text => text!.Contains("to"));
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

        string[] keys = [.. ScenarioReport.Summary(Brief(ShippedPolicies.Only("P12", "P18"))).Select(sentence => sentence.Key)];
        keys[0].ShouldBeOneOf("scenarios.first_one", "scenarios.no_gain_one");
        keys.ShouldNotContain(key => key == "scenarios.settled" || key == "scenarios.not_settled" || key.StartsWith("scenarios.priced"));
    }

    [Fact]
    public void Without_enough_answers_rules_are_not_set_beside_the_model()
    {
        Findings closed = Punjab with { Gate = ClaimsGate.For(new Dictionary<string, double>()) };
        PolicySimulationResult found = PolicySimulation.Run(closed, PunjabScenarios.Short with { Budget = null, Replicates = 4, ParameterDraws = 4 }, null, TestContext.Current.CancellationToken)!;

        found.Agreement.ShouldBeNull();
        PolicyStudyOptions.Brief(closed, 5).ShouldBeNull();
        AdviceSection.Blocks(PunjabScenarios.Studied with { Simulation = found }).ShouldHaveSingleItem();
    }

    [Fact]
    public void The_part_of_a_diagnosis_takes_the_levers_that_the_rules_put_first()
    {
        PolicyStudyOptions brief = PolicyStudyOptions.Brief(Punjab, 3)!;
        string[] first = [.. Punjab.Advice!.Levers.Where(item => item.Vetoed == VetoRule.None && !item.Lever.IsBaseline).Take(3).Select(item => item.Lever.Id)];

        brief.Policies.Policies.Policies.Where(policy => !policy.Intervention.IsBaseline).Select(policy => policy.Lever.Id).ShouldBe(first);
        brief.Policies.Replicates.ShouldBeGreaterThanOrEqualTo(200); // framework 4.2
        brief.IsBrief.ShouldBeTrue();
        Findings with = Punjab with { Scenarios = PunjabScenarios.Studied with { IsBrief = true } };
        Section section = DiagnosisReport.Compose(with, DiagnosisReport.Tables(with)).Sections.Single(one => one.Key == BriefSection.Key);
        Sentences(section).ShouldContain(sentence => sentence.Key == "scenarios.brief");
    }

    private static PolicyStudyResult Brief(PolicyFile policies) => PolicyStudy.Run(
        Punjab,
        new PolicyStudyOptions { Policies = PunjabScenarios.Short with { Policies = policies, Budget = null, Replicates = 4, ParameterDraws = 4 }, FactReplicates = 0, WorldReplicates = 0 },
        null, TestContext.Current.CancellationToken)!;

    private static IEnumerable<Sentence> Sentences(Section section) => section.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        _ => [],
    });
}
