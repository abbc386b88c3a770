using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class InnovationIndexTests
{
    private static readonly (string Firm, double Novelty, double Depth, double Year)[] Five =
        [("a", 1, 2, 2001), ("a", 3, 2, 2003), ("b", 4, 4, 2000), ("b", 2, 1, 2002), ("a", 1, 1, 2003)];

    [Fact]
    public void Firms_are_worked_out_by_hand_over_three_years()
    {
        // 2001 to 2003: a has 2 + 6 + 1, b has 2; its great innovation is of 2000; c has none.
        InnovationIndexResult result = Estimate(Five, ["a", "b", "c"]);

        result.Firms.Select(firm => firm.Firm).ShouldBe(["a", "b", "c"]);
        result.Firms.Select(firm => firm.Index).ShouldBe([9, 2, 0]);
        result.Firms.Select(firm => firm.Count).ShouldBe([3, 1, 0]);
        result.Firms.Select(firm => firm.Greatest).ShouldBe([6, 2, 0]);
        result.Firms[0].LogIndex.ShouldBe(Math.Log(10));
        result.Firms[2].LogIndex.ShouldBe(0);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 5 ");
    }

    [Fact]
    public void The_window_may_be_longer_or_end_earlier()
    {
        Estimate(Five, null, new() { Window = 4 }).Firms.Select(firm => firm.Index).ShouldBe([9, 18]);
        Estimate(Five, null, new() { Window = 1, LastYear = 2000 }).Firms.Select(firm => firm.Index).ShouldBe([0, 16]);
    }

    [Fact]
    public void Without_years_all_count_and_without_the_list_of_firms_a_note_says_what_is_missing()
    {
        InnovationIndexResult result = InnovationIndex.Estimate(
            new FirmInnovations(["a", "a"], [1, 2], [3, 4]), cancellationToken: TestContext.Current.CancellationToken);

        result.Firms.ShouldHaveSingleItem().Index.ShouldBe(11);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("firms-without-innovation");
        InnovationIndex.Estimate(new FirmInnovations([], [], []), cancellationToken: TestContext.Current.CancellationToken).Firms.ShouldBeEmpty();
    }

    [Fact]
    public void The_sum_over_firms_is_that_over_innovations_in_any_order() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[1, 4]).Array[1, 20].Sample(rows =>
        {
            (string, double, double, double)[] given = [.. rows.Select(row => ($"f{row.Item1}", (double)row.Item2, (double)row.Item3, 2003.0))];
            InnovationIndexResult result = Estimate(given, ["f0", "f1", "f2", "f3"]);
            return result.Firms.Sum(firm => firm.Index) == rows.Sum(row => row.Item2 * row.Item3)
                && Estimate([.. given.Reverse()], ["f0", "f1", "f2", "f3"]).Firms.SequenceEqual(result.Firms)
                && result.Firms.All(firm => firm.Greatest <= 16 && firm.Greatest <= firm.Index);
        });

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([("a", 5, 1, 2003)], null)).Message.ShouldContain("row 1 was 5");
        Should.Throw<ArgumentException>(() => Estimate([("a", 1, 0, 2003)], null));
        Should.Throw<ArgumentException>(() => Estimate([("a", double.NaN, 1, 2003)], null));
        Should.Throw<ArgumentException>(() => Estimate([("a", 1, 1, double.NaN)], null)).Message.ShouldContain("finite");
        Should.Throw<ArgumentException>(() => Estimate(Five, ["a"])).Message.ShouldContain("b was missing");
        Should.Throw<ArgumentOutOfRangeException>(() => new InnovationIndexOptions { Window = 0 });
    }

    private static InnovationIndexResult Estimate(
        (string Firm, double Novelty, double Depth, double Year)[] rows, string[]? asked, InnovationIndexOptions? options = null) => InnovationIndex.Estimate(
        new FirmInnovations([.. rows.Select(row => row.Firm)], [.. rows.Select(row => row.Novelty)], [.. rows.Select(row => row.Depth)])
        {
            Years = [.. rows.Select(row => row.Year)],
            Asked = asked,
        },
        options,
        cancellationToken: TestContext.Current.CancellationToken);
}
