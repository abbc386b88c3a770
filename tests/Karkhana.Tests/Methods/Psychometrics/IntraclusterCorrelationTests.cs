using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class IntraclusterCorrelationTests
{
    private static readonly Gen<GroupedValues> Data =
        from groups in Gen.Int[2, 6]
        from sizes in Gen.Int[2, 6].Array[groups]
        from values in Gen.Int[-100, 100].Select(value => value / 10.0).Array[sizes.Sum()].Where(values => values.Distinct().Count() > 1)
        select new GroupedValues(
            values, [.. sizes.SelectMany((size, place) => Enumerable.Repeat(FormattableString.Invariant($"g{place}"), size))]);

    [Fact]
    public void Twelve_interviews_of_three_interviewers_are_worked_out_by_hand()
    {
        // Means 5, 7/3 and 5 about 13/3: 16 between with 2 degrees, 20/3 within with 9; n0 = (12 - 50/12)/2.
        IntraclusterCorrelationResult result = Estimate("AAAABBBCCCCC", 4, 5, 6, 5, 2, 3, 2, 4, 4, 6, 5, 6);

        (double between, double within, double size) = (8, 20.0 / 27, 47.0 / 12);
        result.Statistic.ShouldBe(10.8, tolerance: 1e-13);
        result.MeanSize.ShouldBe(size, tolerance: 1e-14);
        result.Estimate.ShouldBe((between - within) / (between + ((size - 1) * within)), tolerance: 1e-14);
        result.BetweenVariance.ShouldBe((between - within) / size, tolerance: 1e-14);
        result.DesignEffect.ShouldBe(1 + (((50.0 / 12) - 1) * result.Estimate), tolerance: 1e-14);
        (result.DegreesBetween, result.DegreesWithin, result.Groups, result.Count).ShouldBe((2, 9, 3, 12));

        // With two degrees above, the tail is (1 + 2F/9)^(-9/2).
        result.PValue.ShouldBe(Math.Pow(1 + (21.6 / 9), -4.5), tolerance: 1e-14);
    }

    [Fact]
    public void The_lower_end_is_where_the_test_would_just_reject()
    {
        IntraclusterCorrelationResult result = Estimate("AAAABBBCCCCC", 4, 5, 6, 5, 2, 3, 2, 4, 4, 6, 5, 6);

        // With two degrees above, the 97.5 % quantile of F is (9/2)(0.025^(-2/9) - 1).
        double lower = 10.8 / (4.5 * (Math.Pow(0.025, -2.0 / 9) - 1));
        result.ConfidenceLow.ShouldBe((lower - 1) / (lower + result.MeanSize - 1), tolerance: 1e-12);
    }

    [Fact]
    public void Shrout_and_Fleiss_have_their_published_coefficient()
    {
        // Six subjects, four judges: Table 2 of doi:10.1037/0033-2909.86.2.420; mean squares 11.24 and 6.26.
        string[] subjects = ["9258", "6132", "8468", "7126", "A569", "6247"];
        double[] values = [.. subjects.SelectMany(row => row.Select(digit => digit == 'A' ? 10.0 : digit - '0'))];
        string[] groups = [.. subjects.SelectMany((row, i) => row.Select(_ => FormattableString.Invariant($"s{i}")))];

        IntraclusterCorrelationResult result = IntraclusterCorrelation.Estimate(
            new GroupedValues(values, groups), cancellationToken: TestContext.Current.CancellationToken);

        result.WithinVariance.ShouldBe(6.26, tolerance: 0.006);
        (result.Statistic * result.WithinVariance).ShouldBe(11.24, tolerance: 0.006);
        result.Estimate.ShouldBe(0.17, tolerance: 0.005);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Order_unit_and_names_of_groups_do_not_matter() => Data.Sample(data =>
    {
        IntraclusterCorrelationResult result = IntraclusterCorrelation.Estimate(data);
        IntraclusterCorrelationResult moved = IntraclusterCorrelation.Estimate(new GroupedValues(
            [.. data.Values.Reverse().Select(value => 3 - (2 * value))], [.. data.Groups.Reverse().Select(group => $"x{9 - group[1]}")]));
        return Bits.Close(
            [moved.Estimate, moved.ConfidenceLow, moved.ConfidenceHigh, moved.Statistic, moved.PValue, moved.DesignEffect],
            [result.Estimate, result.ConfidenceLow, result.ConfidenceHigh, result.Statistic, result.PValue, result.DesignEffect],
            relative: 1e-6);
    });

    [Fact]
    public void The_estimate_lies_within_its_interval_and_the_components_add_up() => Data.Sample(data =>
    {
        IntraclusterCorrelationResult result = IntraclusterCorrelation.Estimate(data);
        double share = result.BetweenVariance / (result.BetweenVariance + result.WithinVariance);
        return result.ConfidenceLow <= result.Estimate && result.Estimate <= result.ConfidenceHigh
            && result.Estimate <= 1 && result.DesignEffect >= 1 && result.PValue is >= 0 and <= 1
            && Math.Abs(share - result.Estimate) < 1e-9;
    });

    [Fact]
    public void More_confidence_gives_a_wider_interval() => Data.Sample(data =>
    {
        IntraclusterCorrelationResult wide = IntraclusterCorrelation.Estimate(data, new() { Confidence = 0.99 });
        IntraclusterCorrelationResult narrow = IntraclusterCorrelation.Estimate(data, new() { Confidence = 0.8 });
        return wide.Statistic is 0 or double.PositiveInfinity
            || (wide.ConfidenceLow <= narrow.ConfidenceLow && narrow.ConfidenceHigh <= wide.ConfidenceHigh); // equal where a limit rounds to its bound
    });

    [Fact]
    public void Values_that_vary_between_groups_alone_have_a_correlation_of_one()
    {
        IntraclusterCorrelationResult result = Estimate("AABB", 0.1, 0.1, 0.3, 0.3);

        (result.Estimate, result.ConfidenceLow, result.PValue).ShouldBe((1, 1, 0));
        result.Notes.ShouldContain(note => note.Code == "no-variation-within");
    }

    [Fact]
    public void Values_that_do_not_vary_say_nothing()
    {
        IntraclusterCorrelationResult result = Estimate("AAABB", 0.1, 0.1, 0.1, 0.1, 0.1);

        result.Estimate.ShouldBe(double.NaN);
        result.PValue.ShouldBe(double.NaN);
        result.DesignEffect.ShouldBe(double.NaN);
        result.Notes.ShouldContain(note => note.Code == "no-variation");
    }

    [Fact]
    public void Groups_that_are_as_alike_as_can_be_have_a_negative_correlation_and_no_design_effect()
    {
        IntraclusterCorrelationResult result = Estimate("ABAB", 1, 1, 2, 2);

        (result.Statistic, result.Estimate, result.DesignEffect).ShouldBe((0, -1, 1));
    }

    [Fact]
    public void Missing_values_are_left_out_and_counted()
    {
        IntraclusterCorrelationResult result = Estimate("AABBC", 1, 2, 3, 5, double.NaN);

        (result.Groups, result.Count).ShouldBe((2, 4));
        result.Notes.ShouldContain(note => note.Code == "missing-values" && note.Text.StartsWith("1 missing"));
    }

    [Fact]
    public void Too_few_groups_or_values_and_lengths_that_differ_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate("AAA", 1, 2, 3)).Message.ShouldContain("two groups");
        Should.Throw<ArgumentException>(() => Estimate("ABC", 1, 2, 3)).Message.ShouldContain("every group has one");
        Should.Throw<ArgumentException>(() => Estimate("AB", 1, 2, 3));
        Should.Throw<ArgumentException>(() => Estimate("AABB", 1, double.PositiveInfinity, 3, 4));
        Should.Throw<ArgumentOutOfRangeException>(() => new IntraclusterCorrelationOptions { Confidence = 1 });
        Should.Throw<ArgumentNullException>(() => IntraclusterCorrelation.Estimate(null!));
    }

    private static IntraclusterCorrelationResult Estimate(string groups, params double[] values) =>
        IntraclusterCorrelation.Estimate(new GroupedValues(values, [.. groups.Select(group => group.ToString())]));
}
