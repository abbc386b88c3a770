using Karkhana.Core.Documents;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Plans;
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

/// <summary>What a scenario study may say, beside what, and how its numbers are judged.</summary>
public sealed class ScenarioStatementTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load();

    private static readonly PolicySimulationOptions Short = PunjabScenarios.Short with { ParameterDraws = 4 };

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    private static readonly Lazy<PolicyStudyResult> Studied = new(() => Study(Punjab));

    private static readonly Lazy<PolicyStudyResult> Below = new(() => Study(Punjab with { Gate = ClaimsGate.For(new Dictionary<string, double>()) }));

    private static PolicySimulationResult Simulated => Studied.Value.Simulation;

    [Fact]
    public void Below_the_minimum_levers_have_no_order_and_the_head_says_what_is_missing()
    {
        PolicyStudyResult below = Below.Value;
        Sentence[] summary = [.. ScenarioReport.Summary(below)];
        string[] keys = [.. summary.Select(sentence => sentence.Key)];
        Table order = LeverOutcomeSection.Ranked(below);
        string[] names = [.. ScenarioTables.Of(below).Select(table => table.Name)];

        keys[..2].ShouldBe(["scenarios.below_minimum", "limits.need.mechanism_firms"]);
        keys.ShouldNotContain(key => key == "scenarios.first" || key == "scenarios.settled" || key == "scenarios.not_settled" || key.StartsWith("scenarios.overturn", StringComparison.Ordinal));
        keys.ShouldContain("scenarios.budget_below");
        summary.Select(Texts.Say).ShouldAllBe(text => text.Length > 0);
        order.Numbers("rank").ShouldAllBe(rank => double.IsNaN(rank));
        order.Texts("settled").ShouldAllBe(told => told == null);
        order.Texts("policy_name").ShouldBe(order.Texts("policy_name").Order(StringComparer.Ordinal));
        names.Intersect(["policy_ranking", "policy_regret", "ranking_reversal", "ranking_overturn", "overturn_rules", "gain_variance", "policy_budget"]).ShouldBeEmpty();
        names.ShouldContain("policy_comparison");
        ScenarioReport.Compose(Punjab, below, ScenarioTables.Of(below)).Sections[0].Blocks.ShouldHaveSingleItem();
        HtmlReport.Render(ScenarioReport.Compose(Punjab, below, ScenarioTables.Of(below)), Texts).ShouldNotContain("the cheapest gain");
    }

    [Fact]
    public void A_study_that_carries_an_order_has_one()
    {
        Simulated.BelowMinimum.ShouldBeNull();
        Simulated.Shown.ShouldBe(Simulated.Ranking.Policies);
        ScenarioTables.Of(Studied.Value).Select(table => table.Name).ShouldContain("policy_ranking");
    }

    [Fact]
    public void The_mix_of_the_answers_stands_beside_that_of_the_model()
    {
        Sentence beside = ScenarioSummary.Order(Studied.Value).Single(sentence => sentence.Key == "scenarios.mix_beside");
        string text = Texts.Say(beside);

        LearningRegimesResult stated = Punjab.Regimes!;
        double most = Enum.GetValues<LearningRegime>().Max(stated.StatedShare);
        text.ShouldContain(FormattableString.Invariant($"{100 * most:0}% of {stated.Firms.Count(firm => firm.Stated is not null)} firms"));
        text.ShouldContain("two are different things");
        ScenarioSummary.Order(Studied.Value with { Simulation = Simulated with { Stated = null } }).ShouldNotContain(sentence => sentence.Key == "scenarios.mix_beside");
    }

    [Fact]
    public void The_part_of_a_diagnosis_says_what_does_not_fit_and_what_was_filled_in()
    {
        string[] told = [.. Sentences(BriefSection.Compose(Studied.Value)).Where(sentence => sentence.Key == "scenarios.note").Select(Texts.Say)];

        foreach (string code in (string[])["firms-imputed", "estimate-outside-model"])
        {
            string note = Simulated.Notes.First(one => one.Code == code).Text;
            told.ShouldContain(note);
        }
    }

    [Fact]
    public void Each_of_the_two_plans_says_which_it_is()
    {
        Report byAnswers = ProgrammePlan.Of(Punjab).Documents(Punjab).Single(document => document.Name == "action-plan").Report;
        Report byModel = new ProgrammeDocuments(Punjab, Studied.Value).All.Single(document => document.Name == "action-plan").Report;

        byAnswers.Sections.SelectMany(Sentences).ShouldContain(sentence => sentence.Key == "scenarios.plan_by_answers");
        byModel.Sections.SelectMany(Sentences).ShouldContain(sentence => sentence.Key == "scenarios.plan_by_model");
    }

    [Fact]
    public void What_is_to_be_filled_in_stands_in_the_first_table_of_each_plan_and_is_blank()
    {
        foreach ((string name, Report report) in ProgrammePlan.Of(Punjab).Documents(Punjab))
        {
            Table first = report.Sections.SelectMany(section => section.Blocks).OfType<TableBlock>().First().Table;
            string page = HtmlReport.Render(report, Texts);

            first.Columns.Count.ShouldBeLessThanOrEqualTo(10, name);
            first.Columns[^1].ShouldBeOfType<TextColumn>().Values.ShouldAllBe(text => text == null);
            page.Split("<td class=\"fill\"></td>").Length.ShouldBe((3 * first.RowCount) + 1, name);
        }
    }

    [Fact]
    public void The_mean_over_all_quarters_is_that_of_the_path()
    {
        foreach (ScenarioRun run in Simulated.Runs)
        {
            double[] means = run.Outcomes.Values(OutcomeNames.CapabilityOverRun);
            for (int replicate = 0; replicate < means.Length; replicate++)
            {
                means[replicate].ShouldBe(Sums.Mean(run.MeanCapability.Row(replicate)[1..]), 1e-12);
            }
        }
    }

    [Fact]
    public void Orders_of_a_set_are_judged_by_the_mean_over_all_quarters()
    {
        PolicyEffect[] orders = [.. Simulated.Budget!.Comparison!.Effects.Skip(1)];
        PolicyEffect late = orders[^1] with { Scenario = "late", Gain = 1, GainOverRun = orders.Min(one => one.GainOverRun) - 0.01 };
        PolicySimulationResult with = Simulated with
        {
            Budget = Simulated.Budget with { Comparison = Simulated.Budget.Comparison with { Effects = [Simulated.Budget.Comparison.Effects[0], .. orders, late] } },
        };

        Sentence order = ScenarioSummary.Budget(with).Single(sentence => sentence.Key == "scenarios.budget_order");

        order.Arguments["order"].ShouldBe(orders.MaxBy(one => one.GainOverRun)!.Scenario);
        Texts.Say(order).ShouldContain("as a mean over all quarters");
    }

    [Fact]
    public void Units_of_gain_can_be_computed_anew_from_the_table_of_runs()
    {
        Table runs = RunsTable.Of(Simulated);
        double[] Of(string policy, string column) =>
            [.. Enumerable.Range(0, runs.RowCount).Where(row => runs.Texts("policy")[row] == policy).Select(row => runs.Numbers(column)[row])];

        double unit = Sums.Mean(Of("P18", "capability_sd"));
        foreach (PolicyEffect effect in Simulated.Comparison.Effects)
        {
            double[] gain = [.. Of(effect.Scenario, "capability_mean").Zip(Of("P18", "capability_mean"), (with, without) => with - without)];
            double units = Sums.Mean([.. gain.Zip(Of("P18", "firms_start"), (one, firms) => one * firms / unit)]);
            (Sums.Mean(gain) - effect.Gain).ShouldBe(0, 1e-12);
            units.ShouldBe(effect.CostPerGain.Units, 1e-9 * Math.Max(1, Math.Abs(units)));
            Sums.Mean(Of(effect.Scenario, "cost")).ShouldBe(effect.CostPerGain.Cost, 1e-6);
        }

        Of("P18", "draw").ShouldBe([0, 1, 2, 3, 0, 1, 2, 3]);
        runs.RowCount.ShouldBe(8 * (Simulated.Runs.Count + Simulated.Budget!.Runs.Count));
    }

    [Fact]
    public void A_loss_that_is_told_from_nothing_is_called_a_loss()
    {
        string[] Keys(params CostPerGainState[] states) =>
        [
            .. ScenarioSummary.Order(Studied.Value with
            {
                Simulation = Simulated with
                {
                    Ranking = Simulated.Ranking with
                    {
                        Policies = [.. Simulated.Ranking.Policies.Zip(states, (ranked, state) => ranked with
                        {
                            Effect = ranked.Effect with { CostPerGain = ranked.Effect.CostPerGain with { State = state } },
                        })],
                    },
                },
            }).Select(sentence => sentence.Key),
        ];

        Keys(CostPerGainState.Loss, CostPerGainState.Loss, CostPerGainState.Loss)[0].ShouldBe("scenarios.all_lose");
        Keys(CostPerGainState.NoGainFound, CostPerGainState.Loss, CostPerGainState.Loss)[0].ShouldBe("scenarios.some_lose");
        Keys(CostPerGainState.NoGainFound, CostPerGainState.NoGainFound, CostPerGainState.NoGainFound)[0].ShouldBe("scenarios.no_gain");
    }

    [Fact]
    public void The_last_of_the_order_is_told_from_nothing_that_follows()
    {
        IReadOnlyList<string?> told = LeverOutcomeSection.Ranked(Studied.Value).Texts("settled");

        told[^1].ShouldBeNull();
        told.SkipLast(1).ShouldAllBe(word => word == "yes" || word == "no");
    }

    private static PolicyStudyResult Study(Findings findings) =>
        PolicyStudy.Run(findings, new PolicyStudyOptions { Policies = Short, FactReplicates = 0, WorldReplicates = 0, IsBrief = true })!;

    private static IEnumerable<Sentence> Sentences(Section section) => section.Blocks.SelectMany(block => block switch
    {
        ParagraphBlock paragraph => paragraph.Sentences,
        ListBlock list => list.Items,
        _ => [],
    });
}
