using CsCheck;
using Karkhana.Core.Policies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Policies;

public sealed class FirmConditionTests
{
    private const string Signs = "<>=!&|()p50sizeACmean. ";

    private static readonly Dictionary<string, double[]> Facts = new()
    {
        [FirmFacts.Size] = [5, 20, 50, 80, 200],
        [FirmFacts.AbsorptiveCapacity] = [0.1, 0.5, 0.3, 0.2, double.NaN],
        [FirmFacts.Ties] = [5, 3, 60, 80, 1],
        [FirmFacts.Distance] = [-1, 0, 1, 2, 3],
    };

    private static readonly Gen<string> Conditions = Joined(Joined(Gen.Select(
        OneOf("size", "AC", "ties", "distanceKm"),
        OneOf("<", "<=", ">", ">=", "==", "!="),
        OneOf("50", "-1", "0.25", "median", "mean", "p10", "p75", "ties"),
        (fact, sign, other) => $"{fact} {sign} {other}")));

    [Theory]
    [InlineData("size<50 && AC<median", "10000")] // the median of the four known is 0.25: firms 1 and 4, of which 1 is small
    [InlineData("size < 50", "11000")]
    [InlineData("size<=50", "11100")]
    [InlineData("size>50", "00011")]
    [InlineData("size>=50", "00111")]
    [InlineData("size==50", "00100")]
    [InlineData("size!=50", "11011")]
    [InlineData("50>size", "11000")]
    [InlineData("median > AC", "10010")]
    [InlineData("size < mean", "11100")] // 71
    [InlineData("size > p75", "00001")] // 80
    [InlineData("size < p10", "10000")] // 5 + 0.4 × 15
    [InlineData("ties > size", "00100")]
    [InlineData("distanceKm == -1", "10000")]
    [InlineData("distanceKm < 2.5e0", "11110")]
    [InlineData("distanceKm < .5", "11000")]
    [InlineData("size<10 || size>100 && ties>2", "10000")] // && binds first
    [InlineData("(size<10 || size>100) && ties<3", "00001")]
    [InlineData("!(size<50)", "00111")]
    [InlineData("!size<50", "00111")]
    [InlineData("!!(size<50)", "11000")]
    [InlineData("!(size<10 || size>100)", "01110")]
    [InlineData("!(size>10 && size<100)", "10001")]
    [InlineData("", "11111")]
    [InlineData("  ", "11111")]
    public void A_condition_chooses_the_firms_that_meet_it(string text, string expected) =>
        Chosen(text).ShouldBe(expected);

    [Theory]
    [InlineData("AC < 0.3")]
    [InlineData("AC >= 0.3")]
    [InlineData("AC == 0.3")]
    [InlineData("AC != 0.3")]
    [InlineData("AC != AC")]
    [InlineData("!(AC == AC)")]
    [InlineData("!(AC < 0.3 && size < 1000)")]
    public void A_firm_whose_fact_is_not_known_neither_meets_a_comparison_nor_its_opposite(string text) =>
        Chosen(text)[^1].ShouldBe('0');

    [Theory]
    [InlineData("size <", 7, "a number, a fact (size, AC", "the end")]
    [InlineData("size", 5, "one of < <= > >= == !=", "the end")]
    [InlineData("workers < 50", 1, "a number, a fact (size, AC", "'workers'")]
    [InlineData("Size < 50", 1, "a number, a fact (size, AC", "'Size'")]
    [InlineData("size = 50", 6, "one of < <= > >= == !=", "'='")]
    [InlineData("size << 50", 7, "a number, a fact", "'<'")]
    [InlineData("size < 5,5", 8, "a number such as 50 or 0.25", "'5,5'")]
    [InlineData("size < 50k", 8, "a number such as 50 or 0.25", "'50k'")]
    [InlineData("size < 1e999", 8, "a number such as 50 or 0.25", "'1e999'")]
    [InlineData("size < 50 & AC < 1", 11, "&&, || or the end", "'&'")]
    [InlineData("size < 50 and AC < 1", 11, "&&, || or the end", "'and'")]
    [InlineData("1 < size < 50", 10, "&&, || or the end", "'<'")]
    [InlineData("(size < 50", 11, "&&, || or )", "the end")]
    [InlineData("size < 50)", 10, "&&, || or the end", "')'")]
    [InlineData("size < 50 &&", 13, "a number, a fact", "the end")]
    [InlineData("AC < p95", 6, "median, mean or p10 to p90", "'p95'")]
    [InlineData("AC < p9", 6, "median, mean or p10 to p90", "'p9'")]
    [InlineData("size > 1 && 3 < 4", 13, "a fact of the firm on one side", "a number or statistic on both")]
    [InlineData("median < mean", 1, "a fact of the firm on one side", "a number or statistic on both")]
    [InlineData("size < -", 8, "a number such as 50 or 0.25", "'-'")]
    [InlineData("#", 1, "a number, a fact", "'#'")]
    public void An_error_names_its_position_what_was_expected_and_what_came(string text, int position, string expected, string found)
    {
        FirmCondition.TryParse(text, out FirmCondition? condition, out ConditionProblem? problem).ShouldBeFalse();

        condition.ShouldBeNull();
        problem.ShouldNotBeNull();
        (problem.Position, problem.Found).ShouldBe((position, found));
        problem.Expected.ShouldContain(expected);
        Should.Throw<FormatException>(() => FirmCondition.Parse(text)).Message.ShouldStartWith($"At position {position}: expected ");
    }

    [Fact]
    public void Long_and_deeply_nested_texts_are_refused()
    {
        Should.Throw<FormatException>(() => FirmCondition.Parse(new string('(', 999))).Message.ShouldContain("at most 50 signs");
        Should.Throw<FormatException>(() => FirmCondition.Parse(new string(' ', 1001))).Message.ShouldContain("at most 1000 characters, found 1001");
        Chosen(new string('(', 49) + "size<50" + new string(')', 49)).ShouldBe("11000");
    }

    [Fact]
    public void Conditions_are_equal_when_their_texts_are()
    {
        FirmCondition.Parse("size<50").ShouldBe(FirmCondition.Parse("size<50"));
        FirmCondition.Parse("size<50").GetHashCode().ShouldBe(FirmCondition.Parse("size<50").GetHashCode());
        FirmCondition.Parse("size<50").ShouldNotBe(FirmCondition.Parse("size < 50"));
        FirmCondition.Parse(" ").ShouldBe(FirmCondition.Everyone);
    }

    [Fact]
    public void A_statistic_of_a_fact_that_no_firm_knows_is_met_by_none() => FirmCondition.Parse("AC <= median || AC >= mean")
        .Evaluate(_ => [double.NaN, double.NaN]).ShouldBe([false, false]);

    [Fact]
    public void Facts_of_different_lengths_are_refused() => Should.Throw<ArgumentException>(() =>
        FirmCondition.Parse("size < distanceKm").Evaluate(fact => new double[fact.Length]));

    [Fact]
    public void No_firms_give_no_answers() => FirmCondition.Parse("size < median && AC > mean").Evaluate(_ => []).ShouldBeEmpty();

    [Fact]
    public void The_order_of_firms_changes_nothing() => Conditions.Sample(text => Chosen(text)
        == new string([.. Chosen(text, fact => [.. Facts[fact].Reverse()]).Reverse()]));

    [Fact]
    public void A_condition_and_its_negation_part_the_firms_whose_facts_are_known() => Conditions.Sample(text =>
    {
        string met = Chosen(text);
        string not = Chosen($"!({text})");
        return met.Zip(not).Take(4).All(pair => pair.First != pair.Second) && (met[4], not[4]) != ('1', '1');
    });

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_within_it() => Gen.OneOf(
        Gen.Char, Gen.Int[0, Signs.Length - 1].Select(place => Signs[place])).Array[0, 40].Select(letters => new string(letters)).Sample(text =>
            FirmCondition.TryParse(text, out _, out ConditionProblem? problem) || (problem.Position >= 1 && problem.Position <= text.Length + 1));

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(place => words[place]);

    private static Gen<string> Joined(Gen<string> inner) => Gen.Select(
        inner, OneOf("&&", "||"), inner, OneOf("", "!"), (left, sign, right, not) => $"({left}) {sign} {not}({right})");

    private static string Chosen(string text, Func<string, double[]>? facts = null) => new(
        [.. FirmCondition.Parse(text).Evaluate(facts ?? (fact => Facts[fact])).Select(met => met ? '1' : '0')]);
}
