using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed class MarkdownReportTests
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load().With(SampleReport.Texts);

    [Fact]
    public void Every_block_is_told_and_synthetic_data_say_so()
    {
        string text = MarkdownReport.Render(SampleReport.Make(), Texts);

        text.ShouldStartWith("# Farm equipment making in Daska\n\n**SYNTHETIC DATA");
        text.ShouldContain("## Summary\n");
        text.ShouldContain("**Finding** Makers of threshers");
        text.ShouldContain("- Ask the firms that did not answer, beginning with Daska.");
        text.ShouldContain("| ---");
        text.ShouldContain("A figure of the kind Map");
        MarkdownReport.Render(SampleReport.Make(synthetic: false), Texts).ShouldNotContain("SYNTHETIC");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "\\<script\\>")]
    [InlineData("a|b", "a|b")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("*bold* _it_ `code` [link]", "\\*bold\\* \\_it\\_ \\`code\\` \\[link\\]")]
    public void Texts_from_data_do_not_become_markup(string town, string shown) =>
        MarkdownReport.Render(SampleReport.Make(town: town), Texts).ShouldContain("beginning with " + shown);

    [Fact]
    public void Cells_are_kept_in_their_columns_and_small_groups_held_back()
    {
        Table table = Table.Of(
            "rows", Column.Of("group", ["a|b", "c"], "Group"), Column.Of("n", [3, 12], "Firms"), Column.Of("estimate", [0.5, 0.25], "Estimate"));
        string text = MarkdownReport.Render(
            new Report("t", false, [new Section("summary", [new TableBlock(table, Sentence.Of("sample.caption", ("what", "Rows")))])], []), Texts);

        text.ShouldContain("| a\\|b | &lt;5 firms".Replace("&lt;", "\\<"));
        text.ShouldContain("| c | 12 | 0.250 |");
        text.ShouldNotContain("0.500");
    }
}
