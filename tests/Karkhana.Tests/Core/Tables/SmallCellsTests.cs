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
    public void A_table_without_small_rows_or_without_counts_stays_what_it_is()
    {
        Table large = Table.Of("large", Column.Of("n", [5, 0], "Firms"));
        Table none = Table.Of("none", Column.Of("estimate", [1.0, 2.0]));

        SmallCells.Suppress(large).ShouldBeSameAs(large);
        SmallCells.Suppress(none).ShouldBeSameAs(none);
    }
}
