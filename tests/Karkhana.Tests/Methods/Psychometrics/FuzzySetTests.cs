using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class FuzzySetTests
{
    private static readonly Gen<(double X, double Y)[]> Cases =
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20]).Select(pair => (pair.Item1 / 20.0, pair.Item2 / 20.0)).Array[2, 20]
            .Where(cases => cases.Sum(pair => pair.Item1) > 0 && cases.Sum(pair => pair.Item2) > 0);

    [Fact]
    public void Anchors_have_odds_of_three_in_logarithms()
    {
        FuzzySetCalibrationResult result = Calibrate([10, 20, 50, 15], new() { Lower = 10, Crossover = 20, Upper = 50 });

        double full = 1 / (1 + Math.Exp(-3));
        Bits.Close(result.Memberships, [1 - full, 0.5, full, 1 / (1 + Math.Exp(1.5))], relative: 1e-15).ShouldBeTrue();
        result.Anchors.ShouldBe([10, 20, 50]);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Quantiles_of_five_values_are_the_values_at_a_quarter_a_half_and_three_quarters()
    {
        FuzzySetCalibrationResult result = Calibrate(
            [3, 1, 9, 5, 7, double.NaN], new() { LowerQuantile = 0.25, CrossoverQuantile = 0.5, UpperQuantile = 0.75 });

        result.Anchors.ShouldBe([3, 5, 7]);
        result.Memberships[3].ShouldBe(0.5);
        result.Memberships[4].ShouldBe(1 / (1 + Math.Exp(-3)), tolerance: 1e-15);
        result.Memberships[5].ShouldBe(double.NaN);
    }

    [Fact]
    public void Membership_keeps_the_order_and_a_change_of_unit_changes_nothing() => Gen.Int[-50, 50].Array[3, 20]
        .Where(values => values.Distinct().Count() > 2)
        .Sample(values =>
        {
            double[] numbers = [.. values.Select(value => (double)value)];
            FuzzySetCalibrationResult result = Calibrate(numbers);
            double[] sorted = [.. result.Memberships.Zip(numbers).OrderBy(pair => pair.Second).Select(pair => pair.First)];
            return sorted.Zip(sorted.Skip(1)).All(pair => pair.First <= pair.Second)
                && Bits.Close(result.Memberships, Calibrate([.. numbers.Select(x => (8 * x) + 16)]).Memberships, relative: 1e-12);
        });

    [Fact]
    public void Anchors_that_fall_together_make_membership_jump_and_say_so()
    {
        FuzzySetCalibrationResult result = Calibrate([1, 1, 1, 1, 1, 5, 0]);
        FuzzySetCalibrationResult constant = Calibrate([0.1, 0.1]);

        result.Memberships.Take(5).ShouldAllBe(membership => membership == 0.5);
        result.Memberships.ShouldAllBe(membership => membership >= 0 && membership <= 1);
        constant.Memberships.ShouldBe([0.5, 0.5]);
        constant.Notes.ShouldHaveSingleItem().Code.ShouldBe("anchors-together");
    }

    [Fact]
    public void Wrong_anchors_and_values_are_refused()
    {
        Should.Throw<ArgumentException>(() => Calibrate([1, 2], new() { Lower = 1, Crossover = 2 })).Message.ShouldContain("all three");
        Should.Throw<ArgumentException>(() => Calibrate([1, 2], new() { Lower = 3, Crossover = 2, Upper = 4 })).Message.ShouldContain("3, 2 and 4");
        Should.Throw<ArgumentException>(() => Calibrate([1, 2], new() { LowerQuantile = 0.6 })).Message.ShouldContain("0.6, 0.5 and 0.95");
        Should.Throw<ArgumentException>(() => Calibrate([]));
        Should.Throw<ArgumentException>(() => Calibrate([double.NaN]));
        Should.Throw<ArgumentException>(() => Calibrate([1, double.PositiveInfinity])).Message.ShouldContain("finite");
    }

    [Fact]
    public void Three_cases_of_the_framework_are_worked_out_by_hand()
    {
        FuzzySetRelationResult result = Relate([0.4, 0.7, 0.5], [[0.2, 0.6, 0.9]]);

        FuzzySetTerm term = result.Terms.ShouldHaveSingleItem();
        term.SufficiencyConsistency.ShouldBe(1.3 / 1.7, tolerance: 1e-14);
        term.SufficiencyCoverage.ShouldBe(1.3 / 1.6, tolerance: 1e-14);
        term.ProportionalReduction.ShouldBe(0.3 / 0.7, tolerance: 1e-14);
        term.RelevanceOfNecessity.ShouldBe(1.3 / 1.7, tolerance: 1e-14);
    }

    [Fact]
    public void What_is_sufficient_one_way_is_necessary_the_other_and_negation_turns_the_condition() => Cases.Sample(cases =>
    {
        double[] x = [.. cases.Select(pair => pair.X)];
        double[] y = [.. cases.Select(pair => pair.Y)];
        FuzzySetTerm forth = Relate(y, [x]).Terms[0];
        FuzzySetTerm back = Relate(x, [y]).Terms[0];
        FuzzySetTerm negated = Relate(y, [[.. x.Select(value => 1 - value)]], new() { Terms = FuzzyTerms.Negated }).Terms[0];
        return Bits.Close([forth.SufficiencyConsistency, forth.SufficiencyCoverage], [back.NecessityConsistency, back.NecessityCoverage], relative: 1e-12)
            && Bits.Close([negated.SufficiencyConsistency], [forth.SufficiencyConsistency], relative: 1e-9)
            && forth.SufficiencyConsistency <= 1 + 1e-12 && forth.SufficiencyConsistency >= 0;
    });

    [Fact]
    public void A_conjunction_is_the_least_membership_and_is_more_consistent_than_its_parts() => Cases.Sample(cases =>
    {
        double[] x = [.. cases.Select(pair => pair.X)];
        double[] y = [.. cases.Select(pair => pair.Y)];
        FuzzySetRelationResult joint = Relate(y, [x, y], new() { Terms = FuzzyTerms.Conjunction });
        return joint.Terms[0].Condition == "a*b"
            && (double.IsNaN(joint.Terms[0].SufficiencyConsistency) || Math.Abs(joint.Terms[0].SufficiencyConsistency - 1) < 1e-12);
    });

    [Fact]
    public void A_case_with_a_gap_is_left_out_and_a_condition_that_nobody_has_is_not_defined()
    {
        FuzzySetRelationResult result = Relate([0.4, 0.7, 0.5, 1, double.NaN], [[0.2, 0.6, 0.9, double.NaN, 1], [0, 0, 0, 0, 0]]);

        result.Cases.ShouldBe(3);
        result.Terms[0].SufficiencyConsistency.ShouldBe(1.3 / 1.7, tolerance: 1e-14);
        result.Terms[1].SufficiencyConsistency.ShouldBe(double.NaN);
        result.Terms[1].NecessityConsistency.ShouldBe(0);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 5 ");
    }

    [Fact]
    public void Wrong_cases_are_refused()
    {
        Should.Throw<ArgumentException>(() => Relate([0.5, 1.2], [[0, 1]])).Message.ShouldContain("row 2 was 1.2");
        Should.Throw<ArgumentException>(() => Relate([0.5, 1], [[-0.1, 1]]));
        Should.Throw<ArgumentException>(() => Relate([0.5, 1], [[0, 1, 1]]));
        Should.Throw<ArgumentException>(() => Relate([0.5], []));
        Should.Throw<ArgumentException>(() => Relate([double.NaN], [[1]])).Message.ShouldContain("none of 1");
        Should.Throw<ArgumentException>(() => Relate([1, double.PositiveInfinity], [[1, 2]], new() { Calibration = FuzzyCalibration.Direct }));
    }

    private static FuzzySetCalibrationResult Calibrate(double[] values, FuzzySetCalibrationOptions? options = null) =>
        FuzzySetCalibration.Estimate(values, options, cancellationToken: TestContext.Current.CancellationToken);

    private static FuzzySetRelationResult Relate(double[] outcome, double[][] conditions, FuzzySetRelationOptions? options = null) => FuzzySetRelation.Estimate(
        new FuzzySetCases(outcome, [.. conditions.Select((_, i) => $"{(char)('a' + i)}")], conditions),
        options,
        cancellationToken: TestContext.Current.CancellationToken);
}
