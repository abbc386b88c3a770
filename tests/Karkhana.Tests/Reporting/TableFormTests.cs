using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Karkhana.Reporting.Figures;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

/// <summary>How tables are put for people: decimals, years, headers.</summary>
public sealed class TableFormTests
{
    [Fact]
    public void An_estimate_and_its_limits_have_the_same_decimals()
    {
        Table table = Table.Of(
            "t", Column.Of("estimate", [0.0012, 0.042]), Column.Of("conf_low", [0.0010, 0.0012]), Column.Of("conf_high", [0.15, 0.2]), Column.Of("n", [12.0, 7]));
        TableDigits digits = new(table);

        Enumerable.Range(0, 2).ShouldAllBe(row => Enumerable.Range(0, 3).Select(column => digits.Of(table, column, row)).Distinct().Count() == 1);
        digits.Of(table, 3, 0).ShouldBe(0);

        Table apart = Table.Of("u", Column.Of("estimate", [0.5], unit: "km"), Column.Of("conf_low", [1500.5], unit: "m"), Column.Of("conf_high", [1600.5], unit: "m"));
        TableDigits units = new(apart);
        Enumerable.Range(0, 3).Select(column => units.Of(apart, column, 0)).ShouldBe([3, 0, 0]);
    }

    [Fact]
    public void A_limit_near_nothing_says_on_which_side_of_it_it_lies()
    {
        Table table = Table.Of(
            "t", Column.Of("estimate", [0.0028, 0.5, 0.4]), Column.Of("conf_low", [-0.00033, 0.1, 1e-9]), Column.Of("conf_high", [0.006, 0.9, 0.8]));
        TableDigits digits = new(table);

        Enumerable.Range(0, 3).Select(row => digits.Of(table, 1, row)).ShouldBe([4, 3, 3]); // the last is 0 for all that people read
        Enumerable.Range(0, 3).Select(column => digits.Of(table, column, 0)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Numbers_that_would_be_a_row_of_zeros_are_written_in_powers_of_ten()
    {
        NumberText.InTable(9.4e-18, 15).ShouldBe("9.4E-18");
        NumberText.InTable(0, 15).ShouldBe("0.00000000");
        NumberText.InTable(0.00033, 5).ShouldBe("0.00033");
        (NumberText.Tiny(0.000016), NumberText.Tiny(-1.6e-8)).ShouldBe(("0.000016", "-1.6E-8"));
    }

    [Theory]
    [InlineData("Draws", "draws", "Draws")]
    [InlineData("Firms at the start", "firms", "Firms at the start")]
    [InlineData("Draws", "share", "Draws")]
    [InlineData("Distance", "km", "Distance (km)")]
    public void A_unit_that_the_label_says_is_not_said_twice(string label, string unit, string title) =>
        FigureTable.TitleOf(Column.Of("x", [1.0], label, unit)).ShouldBe(title);

    [Fact]
    public void Years_are_known_by_name_or_label() =>
        new[] { ("first_year", "First"), ("distance", "Year"), ("distance", "Distance") }.Select(
            column => FigureTable.IsYear(Column.Of(column.Item1, [1998], column.Item2))).ShouldBe([true, true, false]);
}
