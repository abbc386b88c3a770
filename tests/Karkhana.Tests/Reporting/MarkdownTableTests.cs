using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed class MarkdownTableTests
{
    private static readonly Table Sample = Table.Of(
        "sample",
        Column.Of("name", ["plain", "a | b\nc", "<b>", null], "Name"),
        Column.Of("value", [1.25, double.NaN, 10.5, -0.0], "Value", "PKR"),
        Column.Of("n", [1, 2, 3, 4], "Firms"),
        Column.Of("flag", [true, false, true, false], "Flag"));

    [Fact]
    public void Cells_are_escaped_numbers_invariant_and_what_is_missing_stays_empty() => MarkdownTable.Render(Sample).ShouldBe(
        """
        | Name | Value (PKR) | Firms | Flag |
        | --- | ---: | ---: | --- |
        | plain | 1.25 | 1 | yes |
        | a \| b c |  | 2 | no |
        | &lt;b> | 10.50 | 3 | yes |
        |  | 0.00 | 4 | no |

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Columns_can_be_chosen_and_ordered() => MarkdownTable.Render(Sample, "n", "name").ShouldStartWith("| Firms | Name |\n| ---: | --- |\n| 1 | plain |\n");
}
