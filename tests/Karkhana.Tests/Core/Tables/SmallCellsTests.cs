using Karkhana.Core.Tables;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Tables;

public sealed class SmallCellsTests
{
    private static readonly Table Counts = Table.Of(
        "counts",
        Column.Of("role", ["a", "b", "c", "d"], "Role", "Role."),
        Column.Of("n", [0, 1, 4, 5], "Firms"),
        Column.Of("estimate", [0.0, 0.1, 0.4, 0.5], "Share", recommended: true));

    [Fact]
    public void Rows_on_one_to_four_firms_lose_their_numbers_and_keep_their_words()
    {
        Table suppressed = SmallCells.Suppress(Counts);

        suppressed.Texts("role").ShouldBe(["a", "b", "c", "d"]);
        suppressed.Numbers("n").ShouldBe([0, double.NaN, double.NaN, 5]);
        suppressed.Numbers("estimate").ShouldBe([0, double.NaN, double.NaN, 0.5]);
        suppressed["estimate"].Recommended.ShouldBeTrue();
    }

    [Fact]
    public void A_single_hidden_row_of_a_group_takes_the_next_smallest_with_it()
    {
        Table levels = Table.Of(
            "levels",
            Column.Of("function", ["x", "x", "x", "x", "y", "y", "y", "y", "z", "z", "z"], "Function", "Function."),
            Column.Of("level", [0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2], "Level"),
            Column.Of("n", [0, 3, 9, 7, 2, 4, 8, 6, 5, 5, 5], "Firms"),
            Column.Of("estimate", [0.0, 0.3, 0.9, 0.7, 0.2, 0.4, 0.8, 0.6, 0.5, 0.5, 0.5], "Share"));

        Table suppressed = SmallCells.SuppressWithComplement(levels, "function");

        // x hides one and takes the 7 with it, y hides two by itself, z hides nothing.
        suppressed.Numbers("n").ShouldBe([0, double.NaN, 9, double.NaN, double.NaN, double.NaN, 8, 6, 5, 5, 5]);
        suppressed.Numbers("estimate").ShouldBe([0, double.NaN, 0.9, double.NaN, double.NaN, double.NaN, 0.8, 0.6, 0.5, 0.5, 0.5]);
        suppressed.Numbers("level").ShouldBe([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2]);
    }

    [Fact]
    public void Groups_of_several_keys_do_not_run_together_and_no_key_is_one_group()
    {
        Table table = Table.Of(
            "pairs",
            Column.Of("first", ["a", "a", "ab", "ab"], "First", "First."),
            Column.Of("second", ["bc", "bc", "c", "c"], "Second", "Second."),
            Column.Of("n", [1, 6, 2, 5], "Firms"));

        SmallCells.SuppressWithComplement(table, "first", "second").Numbers("n").ShouldAllBe(firms => double.IsNaN(firms));
        SmallCells.SuppressWithComplement(table).Numbers("n").ShouldBe([double.NaN, 6, double.NaN, 5]);
    }

    [Fact]
    public void A_second_row_is_never_one_of_no_firms_and_large_tables_stay_what_they_are()
    {
        Table alone = Table.Of("alone", Column.Of("n", [3, 0, 0], "Firms"));
        Table large = Table.Of("large", Column.Of("n", [5, 0], "Firms"));

        SmallCells.SuppressWithComplement(alone).Numbers("n").ShouldBe([double.NaN, 0, 0]);
        SmallCells.SuppressWithComplement(large).ShouldBeSameAs(large);
    }

    [Fact]
    public void A_table_without_small_rows_or_without_counts_stays_what_it_is()
    {
        Table large = Table.Of("large", Column.Of("n", [5, 0], "Firms"));
        Table none = Table.Of("none", Column.Of("estimate", [1.0, 2.0]));

        SmallCells.Suppress(large).ShouldBeSameAs(large);
        SmallCells.Suppress(none).ShouldBeSameAs(none);
    }
}
