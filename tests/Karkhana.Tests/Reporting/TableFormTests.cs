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
