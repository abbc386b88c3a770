using Karkhana.Core.Documents;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Learning;
using Karkhana.Policy;
using Karkhana.Reporting;
using Karkhana.Scenarios;
using Karkhana.Scenarios.Programme;
using Karkhana.Scenarios.Sections;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

/// <summary>Levers that are run together: SC10 of framework 5.12.</summary>
public sealed class LeverCombinationTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();

    private static readonly PolicySimulationOptions Short = PunjabScenarios.Short with
    {
        ParameterDraws = 4,
        Policies = ShippedPolicies.Only("P02", "P03", "P08", "P12", "P18"),
        Pairs = ["P12", "P02", "P08"],
        Factorial = ["P08", "P03", "P12", "P02"],
    };

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    private static readonly Lazy<PolicyStudyResult> Studied = new(() => Study(Punjab, Short));

    private static CombinationAnswer Answer => Studied.Value.Simulation.Combinations!;

    [Fact]
    public void Pairs_and_the_factorial_run_each_set_once_in_the_order_of_the_file()
    {
        Answer.Comparison.Effects.Select(effect => effect.Scenario).ShouldBe(
        [
            "P02", "P03", "P08", "P12", "P02+P08", "P02+P12", "P08+P12", "P02+P03", "P03+P08", "P03+P12",
            "P02+P03+P08", "P02+P03+P12", "P02+P08+P12", "P03+P08+P12", "P02+P03+P08+P12",
        ]);
        Answer.Runs.Count.ShouldBe(11);
        Answer.Runs.ShouldAllBe(run => run.Outcomes.Rows.Count == 8);
        Answer.Pairs!.Effects.Select(effect => effect.Id).ShouldBe(["P02+P08", "P02+P12", "P08+P12"]);
        Answer.Factorial!.Effects.Count.ShouldBe(15);
    }

    [Fact]
    public void An_interaction_can_be_computed_anew_from_the_table_of_runs()
    {
        Table runs = RunsTable.Of(Studied.Value.Simulation);
        double[] Of(string id) => [.. Enumerable.Range(0, runs.RowCount).Where(row => runs.Texts("policy")[row] == id).Select(row => runs.Numbers("capability_mean")[row])];
        double[] beyond = [.. Enumerable.Range(0, 8).Select(run => Of("P02+P12")[run] - Of("P02")[run] - Of("P12")[run] + Of("P18")[run])];

        Answer.Pairs!.Effects.Single(effect => effect.Id == "P02+P12").Estimate.ShouldBe(Sums.Mean(beyond), tolerance: 1e-14);
        runs.Texts("policy").GroupBy(id => id).ShouldAllBe(rows => rows.Count() == 8); // also where the set of the budget is one of those asked for
    }

    [Fact]
    public void What_else_is_run_changes_no_bit_of_a_set_nor_do_workers()
    {
        PolicySimulationResult few = Run(Short with { Pairs = ["P12", "P02"], Factorial = [], Budget = null }, new ExecutionOptions { Workers = 1 });
        PolicySimulationResult many = Run(Short with { Budget = null }, new ExecutionOptions { Workers = 3 });

        double[] Values(CombinationAnswer answer) => [.. answer.Runs.Single(run => run.Scenario == "P02+P12").Outcomes.Rows.Values.ToArray()];
        Bits.Same(Values(few.Combinations!), Values(Answer)).ShouldBeTrue();
        Bits.Same(Values(many.Combinations!), Values(Answer)).ShouldBeTrue();
        Bits.Same(
            CombinationTables.Interactions(many.Combinations!).Numbers("estimate"), CombinationTables.Interactions(Answer).Numbers("estimate")).ShouldBeTrue();
    }

    [Fact]
    public void The_report_shows_a_grid_of_pairs_and_the_effects_of_the_factorial()
    {
        Report report = ScenarioReport.Compose(Punjab, Studied.Value, ScenarioTables.Of(Studied.Value));
        Section section = report.Sections.Single(one => one.Key == "scenario_combinations");
        FigureBlock[] figures = [.. section.Blocks.OfType<FigureBlock>()];

        figures.Select(figure => (figure.Id, figure.Kind)).ShouldBe([("lever_pairs", FigureKind.HeatTable), ("lever_factorial", FigureKind.CoefficientPlot)]);
        figures.ShouldAllBe(figure => SvgFigure.Render(figure, Texts, true).Contains("synthetic data"));
        section.Blocks.OfType<TableBlock>().Select(table => table.Table.RowCount).ShouldBe([3, 15, 15]);
        string page = HtmlReport.Render(report, Texts);
        page.ShouldContain("Levers together");
        page.ShouldContain("policy.interactions");
        ScenarioTables.Of(Studied.Value).Select(table => table.Name).ShouldContain("policy_interactions");
        ScenarioTables.Of(Studied.Value).Single(table => table.Name == "policy_combinations").RowCount.ShouldBe(15);
        new ProgrammeDocuments(Punjab, Studied.Value).All.First(document => document.Name == "action-plan").Report.Sections
            .SelectMany(Sentences).ShouldContain(sentence => sentence.Key.StartsWith("scenarios.combinations_pairs"));
    }

    [Fact]
    public void Levers_and_sets_have_the_standard_output_of_scenarios()
    {
        Dictionary<string, Table> tables = ScenarioTables.Of(Studied.Value).ToDictionary(table => table.Name);
        Table outcomes = tables["policy_outcomes"];
        Table transitions = tables["policy_transitions"];
        double Difference(string policy, string outcome) => outcomes.Numbers("estimate")[Enumerable.Range(0, outcomes.RowCount).Single(
            row => outcomes.Texts("policy")[row] == policy && outcomes.Texts("outcome")[row] == outcome && outcomes.Texts("group")[row] == "all")];

        outcomes.Texts("policy").Distinct().Count().ShouldBe(15);
        foreach (PolicyEffect effect in Answer.Comparison.Effects)
        {
            Difference(effect.Scenario, OutcomeNames.CapabilityMean).ShouldBe(effect.Gain, tolerance: 1e-14);
            double.IsFinite(Difference(effect.Scenario, OutcomeNames.CapabilityGini)).ShouldBeTrue();
            double.IsFinite(Difference(effect.Scenario, OutcomeNames.TiesPerFirm)).ShouldBeTrue();
        }

        transitions.Texts("policy").Distinct().Count().ShouldBe(16);
        foreach (IGrouping<(string?, string?), int> rows in Enumerable.Range(0, transitions.RowCount).GroupBy(row => (transitions.Texts("policy")[row], transitions.Texts("from")[row])))
        {
            double sum = rows.Sum(row => transitions.Numbers("share")[row]);
            (double.IsNaN(sum) || Math.Abs(sum - 1) < 1e-9).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_pair_is_told_in_words_by_its_interval()
    {
        PolicyInteraction pair = Answer.Pairs!.Effects[0];
        string Told(InteractionVerdict verdict) => Texts.Say(CombinationSentences.Of(Studied.Value.Simulation with
        {
            Combinations = Answer with { Factorial = null, Pairs = Answer.Pairs! with { Effects = [pair with { Verdict = verdict }] } },
        })[0]);

        Told(InteractionVerdict.Above).ShouldContain("together give more than the sum");
        Told(InteractionVerdict.Below).ShouldContain("together give less than the sum");
        Told(InteractionVerdict.CannotTell).ShouldContain("We cannot tell whether that is more or less than the sum");
        Told(InteractionVerdict.ExactlyZero).ShouldContain("exactly the sum");
        foreach (InteractionVerdict verdict in Enum.GetValues<InteractionVerdict>())
        {
            Told(verdict).ShouldStartWith("In the model ");
        }
    }

    [Fact]
    public void Below_the_minimum_no_pair_is_picked()
    {
        PolicySimulationResult told = Studied.Value.Simulation with
        {
            Combinations = Answer with { Pairs = Answer.Pairs! with { Effects = [.. Answer.Pairs.Effects.Select(effect => effect with { Verdict = InteractionVerdict.Above })] } },
        };
        PolicySimulationResult below = told with { BelowMinimum = LeverSection.Withheld(Punjab with { Gate = ClaimsGate.For(new Dictionary<string, double>()) }) };

        CombinationSentences.Of(told).ShouldContain(sentence => sentence.Key == "scenarios.combinations_picked");
        PolicySimulationResult Of(double share) => told with
        {
            Combinations = told.Combinations! with { Pairs = Answer.Pairs! with { Effects = [.. Answer.Pairs.Effects.Select(effect => effect with { Verdict = InteractionVerdict.Above, SumOfGains = 1, Estimate = share })] } },
        };
        Texts.Say(CombinationSentences.Of(Of(0.04)).Single(sentence => sentence.Key == "scenarios.combinations_small")).ShouldContain("below 5% of the sum");
        CombinationSentences.Of(Of(0.06)).ShouldNotContain(sentence => sentence.Key == "scenarios.combinations_small");
        CombinationSentences.Of(below).ShouldNotContain(sentence => sentence.Key == "scenarios.combinations_picked" || sentence.Key == "scenarios.combinations_more");
        CombinationSentences.Of(below)[0].Key.ShouldBe("scenarios.combinations_pairs");
    }

    [Fact]
    public void Nothing_is_said_where_nothing_was_asked()
    {
        PolicySimulationResult none = Studied.Value.Simulation with { Combinations = null };

        CombinationSentences.Of(none).ShouldBeEmpty();
        CombinationSection.Compose(Studied.Value with { Simulation = none }).Blocks.ShouldBeEmpty();
        ScenarioTables.Of(Studied.Value with { Simulation = none }).ShouldNotContain(table => table.Name == "policy_interactions" || table.Name == "policy_combinations");
    }

    [Fact]
    public void A_lever_that_reaches_nobody_is_said_and_interacts_with_nothing()
    {
        PolicyFile late = Short.Policies with
        {
            Policies = [.. Short.Policies.Policies.Select(policy => policy.Intervention.Id == "P12" ? policy with { Intervention = policy.Intervention with { Start = 500, End = 510 } } : policy)],
        };
        PolicySimulationResult found = Run(Short with { Policies = late, Pairs = ["P02", "P12"], Factorial = [], Budget = null });

        (found.Combinations!.Pairs!.Effects[0].Estimate, found.Combinations.Pairs.Effects[0].Verdict).ShouldBe((0, InteractionVerdict.ExactlyZero));
        CombinationSentences.Of(found).Select(sentence => sentence.Key).ShouldBe(
            ["scenarios.combinations_exact", "scenarios.combinations_unreached", "scenarios.combinations_reading"]);
    }

    [Fact]
    public void Wrong_lists_of_levers_are_refused_before_any_work()
    {
        void Refused(Action action, string message) => Should.Throw<ArgumentException>(action).Message.ShouldContain(message);

        Refused(() => _ = Short with { Pairs = ["P02"] }, "Pairs must name at least two levers; it named 1.");
        Refused(() => _ = Short with { Pairs = ["P02", "P08", "P02"] }, "Pairs must name each lever once; P02 came twice.");
        Refused(() => _ = Short with { Factorial = ["P02", "P08", "P12"] }, "Factorial must name exactly four levers; it named 3.");
        Refused(
            () => PolicySimulation.PoliciesOf(Short with { Pairs = ["P02", "P99"] }, "PKR"),
            "Pairs must name levers of policies.json other than doing nothing (P02, P03, P08, P12); it named P99.");
        Refused(() => PolicySimulation.PoliciesOf(Short with { Pairs = ["P02", "P18"] }, "PKR"), "it named P18.");
        Refused(
            () => PolicySimulation.PoliciesOf(Short with { Pairs = ["P02", "P99"], Factorial = ["P02", "P03", "P08", "P98"] }, "PKR"),
            "Pairs and Factorial must name levers of policies.json other than doing nothing (P02, P03, P08, P12); Pairs named P99, and Factorial named P98.");
    }

    private static PolicyStudyResult Study(Findings findings, PolicySimulationOptions options) =>
        PolicyStudy.Run(findings, new PolicyStudyOptions { Policies = options, FactReplicates = 0, WorldReplicates = 0 })!;

    private static PolicySimulationResult Run(PolicySimulationOptions options, ExecutionOptions? execution = null) =>
        PolicySimulation.Run(Punjab, options, execution, TestContext.Current.CancellationToken)!;

    private static IEnumerable<Sentence> Sentences(Section section) => section.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        _ => [],
    });
}
