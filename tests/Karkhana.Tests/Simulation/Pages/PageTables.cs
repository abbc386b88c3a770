using System.Globalization;
using Karkhana.Core.Tables;
using Karkhana.Testing;
using Shouldly;

namespace Karkhana.Tests.Simulation.Pages;

/// <summary>Compares the tables of a page with what the code gives. A page that differs is written anew beside it as
/// <c>.received.md</c>: look at it, and rename it to accept.</summary>
internal static class PageTables
{
    /// <summary>Gives a table as Markdown with three significant digits, missing cells as a dash.</summary>
    public static string Markdown(Table table, params string[] columns)
    {
        Column[] shown = [.. columns.Select(name => table[name])];
        string[] rows =
        [
            Row(shown.Select(column => column.Label)),
            Row(shown.Select(_ => "---")),
            .. Enumerable.Range(0, table.RowCount).Select(row => Row(shown.Select(column => Cell(column[row])))),
        ];
        return string.Join("\n", rows);
    }

    /// <summary>Compares the text between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end --&gt;</c> with what it should be.</summary>
    public static void Compare(string page, params (string Name, string Text)[] tables)
    {
        string path = Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", page + ".md");
        string text = File.ReadAllText(path);
        string wanted = tables.Aggregate(text, (current, table) => Replace(current, table.Name, table.Text));
        string received = Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", page + ".received.md");
        if (wanted == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, wanted);
        text.ShouldBe(wanted, $"{page}.md differs from the code; see {page}.received.md");
    }

    private static string Replace(string page, string name, string table)
    {
        string begin = $"<!-- {name} -->\n";
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        int to = from < 0 ? -1 : page.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        to.ShouldBeGreaterThan(0, $"the page has no table {name}");
        return $"{page[..from]}{begin}{table}\n{page[to..]}";
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(object? value) => value switch
    {
        null or double.NaN or "" => "–",
        double.PositiveInfinity => "∞",
        double number when number == 0 => "0",
        double number => Rounded(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("|", "\\|", StringComparison.Ordinal),
    };

    private static string Rounded(double number)
    {
        int digits = Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 8);
        return Math.Round(number, digits).ToString(CultureInfo.InvariantCulture);
    }
}
