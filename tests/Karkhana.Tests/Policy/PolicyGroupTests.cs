using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

/// <summary>Who gains, what reaches others, and clusters in which nobody is left.</summary>
public sealed class PolicyGroupTests
{
    [Fact]
    public void Who_gains_is_told_by_group_and_spillover_by_reach()
    {
        double[] ones = [0.3, 0.3, 0.3];
        string small = OutcomeNames.Of(OutcomeNames.CapabilityMean, "size", "1-9");
        string regime = OutcomeNames.Of(OutcomeNames.RegimeShare, "regime", "interior");
        ScenarioOutcomes nothing = SampleScenarios.Of("P18", ones, 0).With((small, [0.2, 0.2, 0.2]), (regime, [0.1, 0.1, 0.1]));
        ScenarioOutcomes policy = SampleScenarios.Of("P02", [0.35, 0.36, 0.37], 10).With(
            (small, [0.3, 0.31, 0.32]), (regime, [0.2, 0.2, 0.2]), (OutcomeNames.TreatedGain, [0.1, 0.1, 0.13]), (OutcomeNames.UntreatedGain, [0.01, -0.01, 0.03]),
            (OutcomeNames.Of(OutcomeNames.UntreatedGain, "ties", "treated"), [0.02, 0.02, 0.02]), (OutcomeNames.Of(OutcomeNames.UntreatedGain, "ties", "none"), [double.NaN, 0, 0]));
        PolicyComparisonResult result = Compare(SampleScenarios.Compare(nothing, policy));

        result.Groups.Select(group => (group.Dimension, group.Group, Math.Round(group.Gain, 9))).ShouldBe([("size", "1-9", 0.11), ("regime", "interior", 0.1)]);
        result.Spillovers.Select(group => (group.Group, Math.Round(group.Gain, 9), group.Better.Count)).ShouldBe(
            [("took part", 0.11, 3), ("did not take part", 0.01, 2), ("did not take part, ties treated", 0.02, 3), ("did not take part, ties none", 0, 0)]);
        result.Spillovers[^1].Better.Runs.ShouldBe(2);
        result.GroupsTable().RowCount.ShouldBe(2);
        result.SpilloverTable().RowCount.ShouldBe(4);
        result.ToTable().RowCount.ShouldBe(1);
    }

    [Fact]
    public void A_group_is_compared_over_the_runs_that_have_it_and_their_number_is_told()
    {
        double[] nan = [double.NaN];
        string interior = OutcomeNames.Of(OutcomeNames.CapabilityMean, "regime", "interior");
        string rare = OutcomeNames.Of(OutcomeNames.CapabilityMean, "regime", "liquidity");
        string firms = OutcomeNames.Of(OutcomeNames.GroupFirms, "regime", "interior");
        double[] baseline = [.. SampleScenarios.Around(0.2, 0.05, 39, 3), .. nan];
        double[] gain = [.. SampleScenarios.Around(0.1, 0.01, 39, 4), 5];
        double[] once = [0.3, .. Enumerable.Repeat(double.NaN, 39)];
        ScenarioOutcomes nothing = SampleScenarios.Of("P18", SampleScenarios.Around(0.3, 0.05, 40, 1), 0).With((interior, baseline), (rare, once));
        ScenarioOutcomes policy = SampleScenarios.Of("P02", SampleScenarios.Around(0.4, 0.05, 40, 2), 1).With(
            (interior, baseline.Plus(gain)), (rare, once), (firms, [.. Enumerable.Repeat(7.0, 20), .. Enumerable.Repeat(9.0, 19), 0]));

        GroupGain group = Compare(SampleScenarios.Compare(nothing, policy)).Groups.ShouldHaveSingleItem();

        group.Group.ShouldBe("interior");
        group.Gain.ShouldBe(gain[..39].Average(), tolerance: 1e-12);
        group.Better.Runs.ShouldBe(39);
        group.Firms.ShouldBe(8);
        (group.High - group.Low).ShouldBeLessThan(0.02);
    }

    [Fact]
    public void A_cluster_that_dies_out_in_some_runs_is_said_with_their_number()
    {
        ScenarioOutcomes Of(string id, double[] firms) => SampleScenarios.Of(id, [0.3, 0.31, 0.32], 0) is { } made
            ? new ScenarioOutcomes(id, made.Outcomes, new ReplicateRows(4, [.. Enumerable.Range(0, 3).SelectMany(row => (double[])[made.Rows.Row(row)[0], 0.1, firms[row], 0])]))
            : null!;
        string? Said(params double[][] firms) => Compare(SampleScenarios.Compare(Of("P18", firms[0]), Of("P02", firms[1]), Of("P03", firms[2])))
            .Notes.FirstOrDefault(note => note.Code == "died-out")?.Text;

        Said([60, 60, 60], [0, 60, 0], [60, 60, 0])!.ShouldContain("P02 2 of 3, P03 1 of 3.");
        Said([60, 60, 60], [60, 60, 60], [60, 60, 60]).ShouldBeNull();
    }

    [Fact]
    public void Names_of_groups_are_put_together_and_taken_apart()
    {
        OutcomeNames.Split(OutcomeNames.Of("capability_mean", "place", "Daska [north]")).ShouldBe(("capability_mean", "place", "Daska [north]"));
        OutcomeNames.Split("capability_mean").ShouldBe(("capability_mean", null, null));
        OutcomeNames.Split("odd[name").ShouldBe(("odd[name", null, null));
    }

    [Fact]
    public void The_change_of_all_firms_stands_beside_the_gain_and_units_are_of_the_firms_of_the_start()
    {
        double[] nothing = [0.3, 0.31, 0.32];
        ScenarioOutcomes baseline = SampleScenarios.Of("P18", nothing, 0).With((OutcomeNames.CapabilityMeanOfAll, nothing), (OutcomeNames.FirmsAtStart, [50, 50, 50]));
        ScenarioOutcomes policy = SampleScenarios.Of("P16", nothing.Plus([0.01, 0.02, 0.03]), 10).With(
            (OutcomeNames.CapabilityMeanOfAll, nothing.Plus([0.1, 0.2, 0.3])), (OutcomeNames.FirmsAtStart, [50, 50, 50]));

        PolicyEffect effect = Compare(SampleScenarios.Compare(baseline, policy)).Effects[0];

        effect.Gain.ShouldBe(0.02, tolerance: 1e-12);
        effect.TotalChange.ShouldBe(0.2, tolerance: 1e-12);
        effect.CostPerGain.Units.ShouldBe(50 * 0.02 / 0.11, tolerance: 1e-9);
        Compare(SampleScenarios.Compare(SampleScenarios.Of("P18", nothing, 0), SampleScenarios.Of("P16", nothing, 10))).Effects[0].TotalChange.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_mix_of_regimes_at_the_start_is_read_where_runs_recorded_it()
    {
        ScenarioOutcomes nothing = SampleScenarios.Of("P18", [0.3, 0.4], 0);
        SampleScenarios.Compare(nothing).RegimeMixAtStart().ShouldBeEmpty();
        ScenarioOutcomes recorded = nothing.With([.. new[] { "interior", "liquidity", "at_minimum", "threshold" }.Select(
            (regime, place) => (OutcomeNames.Of(OutcomeNames.RegimeShareAtStart, "regime", regime), (double[])[place / 6.0, place / 6.0]))]);

        SampleScenarios.Compare(recorded).RegimeMixAtStart()[LearningRegime.Threshold].ShouldBe(0.5, tolerance: 1e-12);
    }

    private static PolicyComparisonResult Compare(ComparedScenarios scenarios) =>
        PolicyComparison.Estimate(scenarios, cancellationToken: TestContext.Current.CancellationToken);
}
