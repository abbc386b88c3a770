using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CohenKappaTests
{
    private static readonly Gen<(string? First, string? Second)[]> Pairs =
        Gen.Select(Gen.Int[1, 4], Gen.Int[1, 4]).Select(pair => ((string?)$"{pair.Item1}", (string?)$"{pair.Item2}")).Array[3, 40];

    [Fact]
    public void Two_raters_of_twenty_subjects_are_worked_out_by_hand()
    {
        // 9 + 6 of 20 agree; margins (12, 8) and (11, 9) agree by chance in (132 + 72)/400 = 0.51.
        CohenKappaResult result = Estimate(Table((9, "a", "a"), (3, "a", "b"), (2, "b", "a"), (6, "b", "b")));

        result.ObservedAgreement.ShouldBe(0.75, tolerance: 1e-15);
        result.ExpectedAgreement.ShouldBe(0.51, tolerance: 1e-15);
        result.Kappa.ShouldBe(0.24 / 0.49, tolerance: 1e-14);
        result.Subjects.ShouldBe(20);
        result.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DisagreementWeights.None, 0.530927835051546, 0.108373051468245)]
    [InlineData(DisagreementWeights.Quadratic, 0.697297297297297, 0.0935858409030774)]
    public void Estimate_and_error_are_those_of_the_formula_in_R(DisagreementWeights weights, double kappa, double error)
    {
        // R 4.2.2: the formula of Fleiss, Cohen and Everitt. psych 2.2.9 cohen.kappa() has the same estimates and the same error
        // without weights; with weights it prints 0.09137620, for it takes the row sums of w times the first margin for its column sums.
        CohenKappaResult result = Estimate(
            Table((12, "a", "a"), (4, "a", "b"), (1, "a", "c"), (3, "b", "a"), (9, "b", "b"), (2, "b", "c"), (3, "c", "b"), (8, "c", "c")),
            new() { Weights = weights });

        result.Kappa.ShouldBe(kappa, tolerance: 1e-13);
        result.StandardError.ShouldBe(error, tolerance: 1e-13);
        result.Low.ShouldBe(kappa - (1.959963984540054 * error), tolerance: 1e-12);
        result.High.ShouldBe(kappa + (1.959963984540054 * error), tolerance: 1e-12);
    }

    [Fact]
    public void Limits_stay_within_minus_one_and_one()
    {
        // One of eight agrees, by chance half would: (1/8 − 1/2)/(1/2) = −3/4, with an error of about a quarter.
        CohenKappaResult result = Estimate(Table((4, "a", "b"), (3, "b", "a"), (1, "a", "a")));

        result.Kappa.ShouldBe(-0.75, tolerance: 1e-14);
        (result.Kappa - (1.96 * result.StandardError)).ShouldBeLessThan(-1);
        result.Low.ShouldBe(-1);
    }

    [Fact]
    public void The_error_is_that_of_the_delta_method() => Gen.Int[1, 15].Array[9].Sample(cells =>
    {
        // Kappa does not change when all counts grow alike, so that its variance is the sum of count times squared slope.
        double variance = 0;
        for (int cell = 0; cell < 9; cell++)
        {
            double step = 1e-5 * cells[cell];
            double slope = (Kappa(cells, cell, step) - Kappa(cells, cell, -step)) / (2 * step);
            variance += cells[cell] * slope * slope;
        }

        string[] names = ["1", "2", "3"];
        CohenKappaResult result = Estimate(
            Table([.. cells.Select((count, cell) => (count, names[cell / 3], names[cell % 3]))]), new() { Weights = DisagreementWeights.Quadratic });
        return Math.Abs(result.StandardError - Math.Sqrt(variance)) < 1e-6 && Math.Abs(result.Kappa - Kappa(cells, 0, 0)) < 1e-12;
    });

    [Fact]
    public void With_two_categories_weights_change_nothing() => Pairs.Sample(pairs =>
    {
        (string?, string?)[] two = [.. pairs.Select(pair => ((string?)(pair.First is "1" or "2" ? "0" : "1"), (string?)(pair.Second is "1" or "2" ? "0" : "1")))];
        CohenKappaResult plain = Estimate(two);
        CohenKappaResult squared = Estimate(two, new() { Weights = DisagreementWeights.Quadratic });
        return Bits.Close([plain.Kappa, plain.StandardError, plain.NullStandardError], [squared.Kappa, squared.StandardError, squared.NullStandardError], relative: 1e-12);
    });

    [Fact]
    public void Raters_may_change_places_and_the_order_may_be_turned() => Pairs.Sample(pairs =>
    {
        CohenKappaOptions linear = new() { Weights = DisagreementWeights.Linear, Categories = ["1", "2", "3", "4"] };
        CohenKappaResult result = Estimate(pairs, linear);
        CohenKappaResult turned = Estimate(
            [.. pairs.Reverse().Select(pair => (pair.Second, pair.First))], linear with { Categories = ["4", "3", "2", "1"] });
        return Bits.Close(
            [result.Kappa, result.StandardError, result.PValue, result.Low], [turned.Kappa, turned.StandardError, turned.PValue, turned.Low], relative: 1e-9);
    });

    [Fact]
    public void Estimate_is_one_less_the_ratio_of_disagreements() => Pairs.Sample(pairs =>
    {
        CohenKappaResult result = Estimate(pairs, new() { Weights = DisagreementWeights.Linear, Categories = ["1", "2", "3", "4"] });
        double[] first = [.. pairs.Select(pair => (double)(pair.First![0] - '0'))];
        double[] second = [.. pairs.Select(pair => (double)(pair.Second![0] - '0'))];
        double observed = first.Zip(second, (a, b) => Math.Abs(a - b)).Average();
        double expected = first.SelectMany(a => second.Select(b => Math.Abs(a - b))).Average();
        return expected == 0 ? double.IsNaN(result.Kappa) : Bits.Close([result.Kappa], [1 - (observed / expected)], relative: 1e-10);
    });

    [Fact]
    public void Numbers_are_ordered_as_numbers()
    {
        // 2 and 10 are neighbours in a scale 1, 2, 10; as texts 10 would stand between 1 and 2.
        (string?, string?)[] pairs = [("1", "1"), ("2", "10"), ("10", "2"), ("1", "2"), ("10", "10"), ("2", "2")];

        Estimate(pairs, new() { Weights = DisagreementWeights.Linear }).Kappa.ShouldBe(
            Estimate(pairs, new() { Weights = DisagreementWeights.Linear, Categories = ["1", "2", "10"] }).Kappa);
        Estimate(pairs, new() { Weights = DisagreementWeights.Linear }).Kappa.ShouldNotBe(
            Estimate(pairs, new() { Weights = DisagreementWeights.Linear, Categories = ["1", "10", "2"] }).Kappa);
    }

    [Fact]
    public void Perfect_agreement_is_one_without_error_and_one_category_has_none()
    {
        CohenKappaResult perfect = Estimate(Table((5, "a", "a"), (4, "b", "b")));
        CohenKappaResult same = Estimate(Table((5, "a", "a")));

        perfect.Kappa.ShouldBe(1, tolerance: 1e-15);
        perfect.StandardError.ShouldBe(0, tolerance: 1e-12);
        perfect.High.ShouldBe(1);
        same.Kappa.ShouldBe(double.NaN);
        same.PValue.ShouldBe(double.NaN);
        same.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-variation");
    }

    [Fact]
    public void A_rater_who_uses_one_category_agrees_by_chance_only_and_there_is_no_test()
    {
        CohenKappaResult result = Estimate(Table((2, "a", "b"), (3, "b", "b"), (1, "c", "b")), new() { Weights = DisagreementWeights.Linear });

        result.Kappa.ShouldBe(0, tolerance: 1e-15);
        result.NullStandardError.ShouldBe(0);
        result.Statistic.ShouldBe(double.NaN);
        result.PValue.ShouldBe(double.NaN);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("one-category-rater");
    }

    [Fact]
    public void A_subject_without_a_rating_is_left_out_and_counted()
    {
        CohenKappaResult result = Estimate([.. Table((9, "a", "a"), (3, "a", "b"), (2, "b", "a"), (6, "b", "b")), ("a", null), ("", "b")]);

        result.Subjects.ShouldBe(20);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 22 ");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([])).Message.ShouldContain("none of 0");
        Should.Throw<ArgumentException>(() => Estimate([("a", null)]));
        Should.Throw<ArgumentException>(() => Estimate([("a", "c")], new() { Categories = ["a", "b"] })).Message.ShouldContain("\"c\"");
        Should.Throw<ArgumentException>(() => Estimate([("a", "a")], new() { Categories = ["a", "a"] })).Message.ShouldContain("once");
        Should.Throw<ArgumentOutOfRangeException>(() => new CohenKappaOptions { Confidence = 1 });
        Should.Throw<ArgumentException>(() => CohenKappa.Estimate(
            new RatingPairs(["a"], ["a", "b"]), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static double Kappa(int[] cells, int changed, double step)
    {
        double[] p = [.. cells.Select((count, cell) => cell == changed ? count + step : count)];
        double total = p.Sum();
        (double observed, double expected) = (0, 0);
        for (int cell = 0; cell < 9; cell++)
        {
            double distance = ((cell / 3) - (cell % 3)) * ((cell / 3) - (cell % 3));
            observed += distance * p[cell] / total;
            expected += distance * p.Where((_, other) => other / 3 == cell / 3).Sum() * p.Where((_, other) => other % 3 == cell % 3).Sum() / (total * total);
        }

        return 1 - (observed / expected);
    }

    private static (string?, string?)[] Table(params (int Count, string First, string Second)[] cells) =>
        [.. cells.SelectMany(cell => Enumerable.Repeat(((string?)cell.First, (string?)cell.Second), cell.Count))];

    private static CohenKappaResult Estimate((string? First, string? Second)[] pairs, CohenKappaOptions? options = null) => CohenKappa.Estimate(
        new RatingPairs([.. pairs.Select(pair => pair.First)], [.. pairs.Select(pair => pair.Second)]),
        options,
        cancellationToken: TestContext.Current.CancellationToken);
}
