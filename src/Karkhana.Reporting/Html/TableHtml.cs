using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Html;

/// <summary>Tables for people: labels, sensible digits, the first rows in sight and the next ones a click
/// away.</summary>
internal sealed class TableHtml(HtmlWriter page, TextCatalogue texts, bool synthetic)
{
    private const int MostOnPaper = 11; // columns that a page takes in the usual letters
    private const int RowsInSight = 30;
    private const int RowsAtMost = 500;
    private const int CountDecimals = 3; // a whole number among shares is a count
    private const int LeastCount = 10;

    /// <summary>Gets a value indicating whether people write into the table: all its rows are in sight, and a column of text without any
    /// is left blank for them.</summary>
    public bool IsForm { get; init; }

    private int InSight => IsForm ? RowsAtMost : RowsInSight;

    /// <summary>A table of the report, with its caption and a line on where the whole of it is.</summary>
    public void Write(TableBlock block)
    {
        Table table = block.Table;
        string caption = texts.Say(block.Caption);
        page.Open("div", "class", "table-block");
        Grid(table, 0, Math.Min(table.RowCount, InSight), caption);
        int most = Math.Min(table.RowCount, RowsAtMost);
        if (table.RowCount > InSight)
        {
            page.Open("details").Element("summary", Say("report.more_rows", ("more", most - InSight)));
            Grid(table, InSight, most, caption);
            page.Close("details");
            Note(Say("report.whole_table", ("rows", table.RowCount), ("file", $"tables/{table.Name}.csv")));
        }

        SuppressionNote(table, most);
        page.Close("div");
    }

    /// <summary>The data behind a figure, folded away; names of firms in networks are left out.</summary>
    public void WriteData(FigureBlock figure)
    {
        page.Open("details", "class", "figure-data").Element("summary", texts.Text("report.figure_data"));
        foreach ((string name, Table data) in figure.Data.OrderBy(data => data.Key, StringComparer.Ordinal))
        {
            Table table = figure.Kind == FigureKind.Network ? WithoutNames(data) : data;
            int most = Math.Min(table.RowCount, RowsAtMost);
            Grid(table, 0, most, data.Title.Length > 0 ? data.Title : name);
            if (table.RowCount > most)
            {
                Note(Say("report.first_rows", ("shown", most), ("rows", table.RowCount)));
            }

            SuppressionNote(table, most);
        }

        page.Close("details");
    }

    private static Table WithoutNames(Table table) =>
        Table.Of(table.Name, [.. table.Columns.Where(column => column.Name is not ("firm" or "from" or "to"))]);

    private void Grid(Table table, int from, int to, string caption)
    {
        TableDigits digits = new(table);
        page.Open("div", "class", table.Columns.Count > MostOnPaper ? "scroll wide" : "scroll", "role", "region", "tabindex", "0", "aria-label", caption).Open("table");
        page.Open("caption").Text(caption);
        if (synthetic)
        {
            page.Raw(" ").Element("span", texts.Text("report.synthetic_mark"), "class", "mark");
        }

        page.Close("caption").Raw("<thead><tr>");
        foreach (Column column in table.Columns)
        {
            page.Element(
                "th", FigureTable.TitleOf(column), "scope", "col", "title", column.Description, "class",
                ClassOf(column));
        }

        page.Raw("</tr></thead>\n<tbody>\n");
        for (int row = from; row < to; row++)
        {
            Row(table, row, digits);
        }

        page.Raw("</tbody></table></div>\n");
    }

    private void Row(Table table, int row, TableDigits digits)
    {
        bool hides = SmallCells.Hides(table, row);
        page.Raw("<tr>");
        for (int i = 0; i < table.Columns.Count; i++)
        {
            Column column = table.Columns[i];
            if (IsToFill(column))
            {
                page.Element("td", "", "class", ClassOf(column));
                continue;
            }

            string text = hides && IsNumber(column) ? texts.Text("report.suppressed") : Cell(column, row, digits.Of(table, i, row), digits.IsShared(column));
            if (i == 0 && column is TextColumn)
            {
                page.Element("th", text, "scope", "row", "class", ClassOf(column));
            }
            else
            {
                page.Element("td", text, "class", ClassOf(column));
            }
        }

        page.Raw("</tr>\n");
    }

    private string Cell(Column column, int row, int decimals, bool isShared) => column[row] switch
    {
        null => texts.Text("report.missing"),
        bool flag => texts.Text(flag ? "report.yes" : "report.no"),
        long year when FigureTable.IsYear(column) =>
            year.ToString(CultureInfo.InvariantCulture),
        long whole => NumberText.Decimals(whole, 0, ""),
        double p when column.Name.StartsWith(
            "p_value", StringComparison.Ordinal) => p < 0.001 ? "<0.001" : NumberText.Decimals(p, 3, ""),
        double together when isShared => NumberText.InTable(together, decimals),
        double tiny when tiny != 0 && Math.Abs(tiny) < 0.5 * Math.Pow(10, -decimals) =>
            NumberText.Tiny(tiny),
        double count when decimals >= CountDecimals && Math.Abs(count) >= LeastCount && count == Math.Floor(count) =>
            NumberText.Decimals(count, 0, ""),
        double number => NumberText.Decimals(number, decimals, ""),
        string code when IsWord(code) && !column.Name.EndsWith("_name", StringComparison.Ordinal) => code.Replace('_', ' '),
        object text => text.ToString() ?? "",
    };

    // Words of enums such as no_departure; names of columns and files stay as they are written.
    private static bool IsWord(string text) =>
        text.Contains('_', StringComparison.Ordinal) && text.All(letter => letter is (>= 'a' and <= 'z') or '_');

    private void SuppressionNote(Table table, int rows)
    {
        if (Enumerable.Range(0, rows).Any(row => SmallCells.Hides(table, row)))
        {
            Note(texts.Text("report.suppressed_note"));
        }
    }

    private void Note(string text) => page.Element("p", text, "class", "note").Raw("\n");

    private static bool IsNumber(Column column) => column is NumberColumn or IntegerColumn;

    private bool IsToFill(Column column) => IsForm && column is TextColumn words && words.Values.All(word => word is null);

    private string ClassOf(Column column) => (IsNumber(column), column.Recommended) switch
    {
        _ when IsToFill(column) => "fill",
        (true, true) => "number recommended",
        (true, false) => "number",
        (false, true) => "recommended",
        _ => "",
    };

    private string Say(string key, params (string Name, object? Value)[] values) => texts.Say(Sentence.Of(key, values));
}
