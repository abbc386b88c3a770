using CsCheck;
using Karkhana.Core.Kernels;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Kernels;

public sealed class GroupedRowsTests
{
    [Fact]
    public void Six_rows_in_three_groups_are_sorted_by_hand()
    {
        GroupedRows rows = new([2, 0, -1, 2, 0, 2], 4);

        rows.Count.ShouldBe(4);
        rows.Rows.ToArray().ShouldBe([1, 4, 0, 3, 5]);
        rows.Starts.ToArray().ShouldBe([0, 2, 2, 5, 5]);
        rows.Of(2).ToArray().ShouldBe([0, 3, 5]);
        rows.Of(1).Length.ShouldBe(0);
    }

    [Fact]
    public void Each_group_holds_its_rows_in_their_order() => Gen.Int[-1, 8].Array[0, 40].Sample(groupOf =>
    {
        GroupedRows rows = new(groupOf, 9);
        return Enumerable.Range(0, 9).All(
            group => rows.Of(group).SequenceEqual(Enumerable.Range(0, groupOf.Length).Where(row => groupOf[row] == group).ToArray()));
    });

    [Fact]
    public void A_negative_number_of_groups_is_refused() =>
        Should.Throw<ArgumentException>(() => new GroupedRows([], -1)).Message.ShouldContain("groups");
}
