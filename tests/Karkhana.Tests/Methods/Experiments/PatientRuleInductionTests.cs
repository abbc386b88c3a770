using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class PatientRuleInductionTests
{
    private static readonly PatientRuleInductionOptions Alone = new() { Resamples = 0 };

    // Few different values, so that ties are common.
    private static readonly Gen<(double[][] Inputs, double[] Outcome)> Cases =
        from n in Gen.Int[20, 60]
        from values in Gen.Int[3, 60]
        from inputs in Gen.Int[0, values].Select(value => (double)value).Array[n].Array[1, 3]
        from outcome in Gen.Int[0, 1].Select(value => (double)value).Array[n].Where(own => own.Distinct().Count() == 2)
        select (inputs, outcome);

    [Fact]
    public void Ten_cases_are_worked_out_by_hand()
    {
        // x = 1 … 10, of interest from 7 on; a tenth of the box is one case, until four of ten are left.
        double[] x = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        PatientRuleInductionResult result = Estimate([x], [0, 0, 0, 0, 0, 0, 1, 1, 1, 1], Alone with { PeelAlpha = 0.1 });

        result.Densities.ShouldBe([0.4, 4.0 / 9, 0.5, 4.0 / 7, 4.0 / 6, 0.8, 1], tolerance: 1e-15);
        result.Coverages.ShouldAllBe(coverage => coverage == 1);
        result.Masses[^1].ShouldBe(0.4);
        result.RestrictedInputs.ShouldBe([0, 1, 1, 1, 1, 1, 1]);
        result.ChosenStep.ShouldBe(6);
        BoxLimit limit = result.Limits.ShouldHaveSingleItem();
        (limit.Low, limit.High, limit.Restricted).ShouldBe((7, 10, true));
        limit.QuasiPLow.ShouldBe(Math.Pow(0.4, 4), tolerance: 1e-15); // four of four at a density of 0.4
        limit.QuasiP.ShouldBe(limit.QuasiPLow, tolerance: 1e-15);
        limit.QuasiPHigh.ShouldBe(double.NaN);
        result.Density.High.ShouldBe(1);
        result.Inside.Count(inside => inside).ShouldBe(4);
    }

    [Fact]
    public void Pasting_takes_back_what_peeling_took_too_much_of()
    {
        // A step of half of the box takes the cases 1 to 5; 5 is of interest and pasting one tenth brings it back.
        double[] x = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        double[] y = [0, 0, 0, 0, 1, 1, 1, 1, 1, 0];
        PatientRuleInductionResult peeled = Estimate([x], y, Alone with { PeelAlpha = 0.5, LeastMass = 0.5, Paste = false });
        PatientRuleInductionResult pasted = Estimate([x], y, Alone with { PeelAlpha = 0.2, LeastMass = 0.5, Step = 3 });

        peeled.Limits[0].Low.ShouldBe(6);
        (peeled.Coverage, peeled.Density.Estimate).ShouldBe((0.8, 0.8));
        pasted.Coverage.ShouldBe(1);
        pasted.Density.Estimate.ShouldBeGreaterThanOrEqualTo(pasted.Densities[3]);
    }

    [Fact]
    public void The_trajectory_is_that_of_its_definition() => Gen.Select(Cases, Gen.Double[0.02, 0.3], Gen.Bool).Sample((cases, alpha, gain) =>
    {
        PatientRuleInductionResult result = Estimate(cases.Inputs, cases.Outcome, Alone with
        {
            PeelAlpha = alpha,
            Objective = gain ? PeelObjective.GainPerMass : PeelObjective.Density,
            Paste = false,
        });
        var twin = PeelingTwin.Trajectory(cases.Inputs, [.. cases.Outcome.Select(own => own == 1)], alpha, 0.05, gain);
        double all = twin[0].Hits;
        (int _, int _, double[] low, double[] high) = twin[result.ChosenStep];
        return Bits.Same(result.Masses, [.. twin.Select(step => (double)step.Mass / cases.Outcome.Length)])
            && Bits.Same(result.Coverages, [.. twin.Select(step => step.Hits / all)])
            && result.Limits.Select((limit, i) => limit.Low == Math.Max(low[i], cases.Inputs[i].Min()) && limit.High == Math.Min(high[i], cases.Inputs[i].Max())).All(same => same);
    });

    [Fact]
    public void The_order_of_cases_and_monotone_changes_of_an_input_do_not_matter() => Cases.Sample(cases =>
    {
        PatientRuleInductionResult result = Estimate(cases.Inputs, cases.Outcome, Alone);
        PatientRuleInductionResult turned = Estimate(
            [.. cases.Inputs.Select(own => own.Reverse().Select(value => Math.Exp(value / 20)).ToArray())], [.. cases.Outcome.Reverse()], Alone);
        return Bits.Same(result.Masses, turned.Masses) && Bits.Same(result.Densities, turned.Densities)
            && result.Inside.Reverse().SequenceEqual(turned.Inside)
            && Bits.Same([.. result.Limits.Select(limit => limit.QuasiP)], [.. turned.Limits.Select(limit => limit.QuasiP)]);
    });

    [Fact]
    public void Pasting_never_lowers_density_or_coverage_and_the_box_counts_what_it_holds() => Cases.Sample(cases =>
    {
        PatientRuleInductionResult result = Estimate(cases.Inputs, cases.Outcome, Alone);
        int inside = result.Inside.Count(own => own);
        int hits = result.Inside.Zip(cases.Outcome).Count(pair => pair.First && pair.Second == 1);
        return result.Density.Estimate >= result.Densities[result.ChosenStep] && result.Coverage >= result.Coverages[result.ChosenStep]
            && result.Density.Estimate == (double)hits / inside && result.Mass == (double)inside / cases.Outcome.Length
            && result.Limits.All(limit => !limit.Restricted || limit.QuasiP is >= 0 and <= 1);
    });

    [Fact]
    public void Tied_values_go_together()
    {
        // Half of the cases share the least value: the slice takes all of them, more than its share.
        double[] x = [0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6];
        PatientRuleInductionResult result = Estimate([x], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1], Alone);

        result.Masses[1].ShouldBe(0.5);
        result.Limits[0].Low.ShouldBe(1);
    }

    [Fact]
    public void A_category_is_peeled_as_a_whole()
    {
        string[] group = [.. Enumerable.Range(0, 30).Select(i => i % 3 == 0 ? "far" : i % 3 == 1 ? "near" : "between")];
        double[] idle = [.. Enumerable.Range(0, 30).Select(i => (double)(i * 7 % 11))];
        CaseSample sample = new(
            Table.Of("sample", Column.Of("idle", idle), Column.Of("place", group)),
            Column.Of("value", group.Select((own, i) => own == "near" || (own == "between" && i % 2 == 0) ? 1.0 : 0)));
        PatientRuleInductionResult result = PatientRuleInduction.Estimate(
            sample, Alone with { Objective = PeelObjective.GainPerMass }, cancellationToken: TestContext.Current.CancellationToken);

        BoxLimit place = result.Limits[1];
        place.Categories.ShouldNotContain("far");
        place.Categories.ShouldContain("near");
        place.Low.ShouldBe(double.NaN);
        place.QuasiP.ShouldBeLessThan(0.05);
        result.Limits[0].Categories.ShouldBeEmpty();
    }

    [Fact]
    public void The_search_repeated_in_samples_names_the_inputs_that_matter_for_any_number_of_workers()
    {
        (double[] x1, double[] x2, double[] x3, string[] _, double[] _) = CaseSamples.TwoHundred();
        double[] outcome = [.. x1.Zip(x2, (a, b) => a > 40 && b < 60 ? 1.0 : 0)];
        PatientRuleInductionOptions options = new() { Resamples = 20 };
        PatientRuleInductionResult one = Estimate([x1, x2, x3], outcome, options, workers: 1);
        PatientRuleInductionResult three = Estimate([x1, x2, x3], outcome, options, workers: 3);

        one.Limits[0].RestrictedShare.ShouldBe(1);
        one.Limits[1].RestrictedShare.ShouldBe(1);
        one.Limits[2].RestrictedShare.ShouldBeLessThan(0.9);
        one.DensityOutside.Estimate.ShouldBeInRange(0.8, 1);
        one.DensityOutside.Low.ShouldBeLessThanOrEqualTo(one.DensityOutside.Estimate);
        one.CoverageOutside.Estimate.ShouldBeInRange(0.7, 1);
        Bits.Same(
            [.. one.Limits.Select(limit => limit.RestrictedShare), one.DensityOutside.Estimate, one.CoverageOutside.High],
            [.. three.Limits.Select(limit => limit.RestrictedShare), three.DensityOutside.Estimate, three.CoverageOutside.High]).ShouldBeTrue();
    }

    [Fact]
    public void A_threshold_makes_cases_of_interest_on_either_side()
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        double[] y = [.. x.Select(value => value / 2)];

        Estimate([x], y, Alone with { Threshold = 7.5 }).Limits[0].Low.ShouldBe(15);
        Estimate([x], y, Alone with { Threshold = 2, Side = ThresholdSide.AtMost }).Limits[0].High.ShouldBe(4);
    }

    [Fact]
    public void Without_a_pattern_beyond_the_inputs_the_whole_may_be_the_best_box()
    {
        double[] constant = [.. Enumerable.Repeat(1.0, 12)];
        PatientRuleInductionResult result = Estimate([constant], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1], Alone);

        result.Masses.ShouldBe([1]);
        result.Limits[0].Restricted.ShouldBeFalse();
        result.Notes.Select(note => note.Code).ShouldBe(["found-by-search", "no-box"]);
    }

    [Fact]
    public void Wrong_cases_and_options_are_refused_with_value_and_range()
    {
        double[] x = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        double[] y = [.. x.Select(value => value > 6 ? 1.0 : 0)];
        string Message(double[] input, double[] outcome, PatientRuleInductionOptions? options = null) =>
            Should.Throw<ArgumentException>(() => Estimate([input], outcome, options ?? Alone)).Message;

        Message([.. x[..11], double.NaN], y).ShouldContain("x1 must not be missing; row 12 was empty");
        Message([.. x[..11], double.PositiveInfinity], y).ShouldContain("row 12 was Infinity");
        Message(x[..5], y[..5]).ShouldContain("at least 10 cases; it held 5");
        Message(x, [.. y[..11], 0.5]).ShouldContain("must be 0 or 1 when no threshold is given; row 12 was 0.5");
        Message(x, [.. y.Select(_ => 1.0)]).ShouldContain("12 of 12 are of interest");
        Message(x, y, Alone with { Threshold = 9 }).ShouldContain("0 of 12 are of interest");
        Message(x, y, Alone with { Step = 99 }).ShouldContain("it was 99");
        Should.Throw<ArgumentException>(() => PatientRuleInduction.Estimate(new CaseSample(
            Table.Of("sample", Column.Of("g", x.Select(value => value > 3 ? "a" : null))), Column.Of("value", y)))).Message.ShouldContain("g must not be missing; row 1");
        Should.Throw<ArgumentOutOfRangeException>(() => new PatientRuleInductionOptions { PeelAlpha = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new PatientRuleInductionOptions { LeastMass = 1 });
    }

    private static PatientRuleInductionResult Estimate(double[][] inputs, double[] outcome, PatientRuleInductionOptions options, int workers = 1) =>
        PatientRuleInduction.Estimate(
            CaseSamples.Of(inputs, outcome), options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
