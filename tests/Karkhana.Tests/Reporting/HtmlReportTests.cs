using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    private const string Hostile = "<script>alert(1)</script>\"'&\u2028</title><img src=x onerror=alert(1)>";
    private const string Stacked = "class=\"panels stacked\"";

    private static readonly TextCatalogue Texts = TextCatalogue.Load().With(SampleReport.Texts);

    [Fact]
    public void The_drawings_of_a_specification_curve_stand_under_each_other()
    {
        PageOf(FigureKind.SpecificationCurve).ShouldContain(Stacked);
        PageOf(FigureKind.CurveWithBand).ShouldNotContain(Stacked);

        static string PageOf(FigureKind kind) => HtmlReport.Render(new Report("t", true, [new Section("summary", [SampleReport.Figure(kind)])], []), Texts);
    }

    [Fact]
    public void Names_from_data_cannot_become_markup()
    {
        string page = HtmlReport.Render(SampleReport.Make(town: Hostile), Texts);
        string plain = HtmlReport.Render(SampleReport.Make(town: "Daska"), Texts);

        page.ShouldNotContain("<script>alert");
        Count(page, "<img").ShouldBe(Count(plain, "<img"));
        page.ShouldNotContain('\u2028');
        Count(page, "<script").ShouldBe(Count(plain, "<script"));
        Count(page, "</script").ShouldBe(Count(plain, "</script"));
        Count(page, "</title").ShouldBe(Count(plain, "</title"));
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    }

    [Fact]
    public void The_policy_allows_one_script_by_its_hash_and_no_eval()
    {
        string page = HtmlReport.Render(SampleReport.Make(), Texts);
        string policy = Policy().Match(page).Groups[1].Value;
        string script = page[(page.LastIndexOf("<script>", StringComparison.Ordinal) + 8)..page.LastIndexOf("</script>", StringComparison.Ordinal)];
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe-eval");
        policy.ShouldContain($"script-src 'sha256-{hash}'");
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        string page = HtmlReport.Render(SampleReport.Make(), Texts);
        string without = Scripts().Replace(page, "").Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);

        without.ShouldNotContain("http:");
        without.ShouldNotContain("https:");
        without.ShouldNotContain("url(");
        without.ShouldNotContain("@import");
        Loads().Matches(without).Select(match => match.Value).ShouldBeEmpty();
        without.ShouldNotContain("$schema");
    }

    [Fact]
    public void Synthetic_data_are_marked_on_top_and_at_every_section_figure_and_table()
    {
        Report report = SampleReport.Make();
        string page = HtmlReport.Render(report, Texts);
        int blocks = report.Sections.Sum(section => section.Blocks.Count(block => block is FigureBlock));

        page.ShouldContain("<p class=\"banner\"");
        Regex.Count(page, "<h2>[^<]+ <span class=\"mark\">").ShouldBe(report.Sections.Count + 1);
        Regex.Count(page, "<h4>[^<]+ <span class=\"mark\">").ShouldBe(blocks);
        Regex.Count(page, "<caption>[^<]+ <span class=\"mark\">").ShouldBe(Count(page, "<caption>"));
        HtmlReport.Render(SampleReport.Make(synthetic: false), Texts).ShouldNotContain("SYNTHETIC");
    }

    [Fact]
    public void Rows_on_fewer_than_five_firms_show_no_numbers()
    {
        Table table = Table.Of(
            "small",
            Column.Of("place", ["Daska", "Lahore", "Multan"]),
            Column.Of("n", [4, 5, 0]),
            Column.Of("wage", [777.25, 888.5, 999.75]));
        string page = Render(new TableBlock(table, Sentence.Of("report.contents")));

        page.ShouldNotContain("777");
        page.ShouldContain("888.5");
        page.ShouldContain("999.8");
        Count(page, "&lt;5 firms").ShouldBe(2);
        page.ShouldContain("fewer than five firms");
    }

    [Fact]
    public void Suppression_also_holds_for_the_data_behind_a_figure()
    {
        Table bars = Table.Of(
            "bars", Column.Of("term", ["a", "b"]), Column.Of("estimate", [1.0, 2.0]), Column.Of("turnover", [777.25, 1.5]), Column.Of("n", [2, 9]));
        FigureBlock figure = new(
            "bars", FigureKind.Bars, new Dictionary<string, Table> { ["bars"] = bars }, Sentence.Of("report.contents"), Sentence.Of("report.contents"));

        string page = Render(figure);

        page.ShouldNotContain("777");
    }

    [Fact]
    public void An_estimate_and_its_limits_have_the_same_digits_so_that_none_seems_to_lie_outside()
    {
        Table table = Table.Of(
            "gains",
            Column.Of("estimate", [0.00134, 0.021, 0.0000022]),
            Column.Of("conf_low", [0.00131, 0.019, -0.00004]),
            Column.Of("conf_high", [0.0021, 0.023, 0.000045]));

        string page = Render(new TableBlock(table, Sentence.Of("report.contents")));
        string[][] rows = [.. Numbers().Matches(page).Select(match => match.Groups[1].Value).Chunk(3)];

        rows.ShouldBe([["0.0013", "0.0013", "0.0021"], ["0.0210", "0.0190", "0.0230"], ["0.000002", "-0.000040", "0.000045"]]);
    }

    [Fact]
    public void Long_tables_show_thirty_rows_then_up_to_five_hundred_and_say_where_the_rest_is()
    {
        Table table = Table.Of("long_table", Column.Of("id", Enumerable.Range(0, 700)));
        string page = Render(new TableBlock(table, Sentence.Of("report.contents")));

        Count(page, "<tr>").ShouldBe(500 + 2);
        page.ShouldContain("470 more rows");
        page.ShouldContain("The whole table, 700 rows, is in tables/long_table.csv.");
    }

    [Fact]
    public void Columns_show_label_unit_description_and_which_to_read_first()
    {
        Table table = Table.Of(
            "t", Column.Of("estimate", [0.123456], label: "Effect", unit: "levels", description: "Say \"more\"", recommended: true));

        string page = Render(new TableBlock(table, Sentence.Of("report.contents")));

        page.ShouldContain("<th scope=\"col\" title=\"Say &quot;more&quot;\" class=\"number recommended\">Effect (levels)</th>");
        page.ShouldContain("<td class=\"number recommended\">0.123</td>");
    }

    [Fact]
    public void Names_of_firms_never_enter_a_network() =>
        HtmlReport.Render(SampleReport.Make(), Texts).ShouldNotContain("Daska works");

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        HtmlReport.Render(SampleReport.Make(), Texts).ShouldBe(HtmlReport.Render(SampleReport.Make(), Texts));

    [Fact]
    public void A_report_may_hold_its_own_section_of_provenance()
    {
        Report report = new("T", false, [new Section("provenance", [])], [new("Seed", "2003")]);

        string page = HtmlReport.Render(report, Texts);

        Count(page, "id=\"provenance\"").ShouldBe(1);
        page.ShouldContain("<dt>Seed</dt><dd>2003</dd>");
    }

    [Fact]
    public void Two_figures_of_one_id_are_refused()
    {
        FigureBlock figure = SampleReport.Figure(FigureKind.Bars);

        Should.Throw<ArgumentException>(() => HtmlReport.Render(new Report("T", false, [new Section("map", [figure, figure])], []), Texts))
            .Message.ShouldContain(figure.Id);
    }

    private static string Render(Block block)
    {
        string page = HtmlReport.Render(new Report("T", false, [new Section("summary", [block])], []), Texts);
        return Scripts().Replace(Styles().Replace(page, ""), "");
    }

    private static int Count(string page, string part) => page.Split(part).Length - 1;

    [GeneratedRegex("<td class=\"number\">([^<]*)</td>")]
    private static partial Regex Numbers();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<script>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();

    [GeneratedRegex(" (src|srcset|href|action|data|poster)=\"(?!#|data:,)[^\"]*\"")]
    private static partial Regex Loads();
}
