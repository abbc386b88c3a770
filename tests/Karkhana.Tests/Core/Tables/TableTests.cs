using Karkhana.Core.Tables;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Tables;

public sealed class TableTests
{
    [Fact]
    public void Columns_keep_their_meaning_and_missing_values_are_null()
    {
        Table table = Table.Of(
            "curve",
            Column.Of("distance", [1.0, 2.0], label: "Distance", unit: "km"),
            Column.Of("estimate", [1.5, double.NaN], recommended: true),
            Column.Of("n", [3, 4]),
            Column.Of("group", ["a", null]));

        table.RowCount.ShouldBe(2);
        table["distance"].Label.ShouldBe("Distance");
        table["estimate"].Label.ShouldBe("estimate");
        table["estimate"][1].ShouldBeNull();
        table.Numbers("n").ShouldBe([3, 4]);
        table.Texts("group").ShouldBe(["a", null]);
    }

    [Fact]
    public void Columns_of_different_length_and_unknown_names_are_refused()
    {
        Should.Throw<ArgumentException>(() => Table.Of("t", Column.Of("a", [1.0]), Column.Of("b", [1.0, 2.0])));
        Should.Throw<ArgumentException>(() => Table.Of("t", Column.Of("a", [1.0]))["b"]).Message.ShouldContain("it has a");
        Should.Throw<ArgumentException>(() => Table.Of("t", Column.Of("a", [1.0])).Texts("a"));
    }
}
