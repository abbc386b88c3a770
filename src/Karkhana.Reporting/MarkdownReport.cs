using System.Globalization;
using System.Text;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting;

/// <summary>Writes a report as Markdown, for documents that people go on writing in; figures are told by their descriptions.</summary>
public static class MarkdownReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="texts">Its texts.</param>
    /// <returns>The text, with a line feed at each end of line. Rows that rest on fewer than five firms are held back.</returns>
    /// <exception cref="ArgumentException">A text is missing.</exception>
    public static string Render(Report report, TextCatalogue texts)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(texts);
        StringBuilder page = new();
        Line(page, $"# {Escape(report.Title)}");
        if (report.Synthetic)
        {
            Line(page, $"**{Escape(texts.Text("report.synthetic_banner"))}**");
        }

        foreach (Section section in report.Sections)
        {
            Line(page, $"## {Escape(texts.Text("section." + section.Key))}");
            foreach (Block block in section.Blocks)
            {
                Write(page, block, texts);
            }
        }

        Line(page, Escape(string.Join(" · ", report.Provenance.Select(entry => $"{entry.Key}: {entry.Value}"))));
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder page, Block block, TextCatalogue texts)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                string label = paragraph.Tone == Tone.Plain ? "" : $"**{Escape(texts.Text(paragraph.Tone == Tone.Finding ? "report.finding" : "report.caution"))}** ";
                Line(page, label + Escape(string.Join(' ', paragraph.Sentences.Select(texts.Say))));
                break;
            case ListBlock list:
                Line(page, string.Join('\n', list.Items.Select(item => "- " + Escape(texts.Say(item)))));
                break;
            case TableBlock table:
                Line(page, $"*{Escape(texts.Say(table.Caption))}*");
                Line(page, Grid(table.Table, texts));
                break;
            case FigureBlock figure:
                Line(page, $"*{Escape(texts.Say(figure.Caption))}* {Escape(texts.Say(figure.AltText))}");
                break;
            default:
                throw new ArgumentException($"There is no way to write a {block.GetType().Name}.", nameof(block));
        }
    }

    private static string Grid(Table table, TextCatalogue texts)
    {
        TableDigits digits = new(table);
        IEnumerable<string> rows = Enumerable.Range(0, table.RowCount).Select(row =>
            Row(table.Columns.Select((column, i) => column is (NumberColumn or IntegerColumn) && SmallCells.Hides(table, row)
                ? texts.Text("report.suppressed")
                : Cell(column[row], digits.Of(table, i, row), texts))));
        return string.Join('\n', new[]
        {
            Row(table.Columns.Select(FigureTable.TitleOf)),
            Row(table.Columns.Select(column => column is NumberColumn or IntegerColumn ? "---:" : "---")),
        }.Concat(rows));
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(EscapeCell))} |";

    private static string Cell(object? value, int decimals, TextCatalogue texts) => value switch
    {
        null => "",
        bool flag => texts.Text(flag ? "report.yes" : "report.no"),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number => NumberText.Decimals(number, decimals, texts.Text("report.missing")),
        _ => value.ToString() ?? "",
    };

    private static string EscapeCell(string text) => Escape(text).Replace("|", "\\|", StringComparison.Ordinal);

    // Texts from data must not become markup; a line break would end the block.
    private static string Escape(string text)
    {
        StringBuilder safe = new(text.Length);
        foreach (char sign in text)
        {
            _ = sign switch
            {
                '\n' or '\r' or '\t' => safe.Append(' '),
                '\\' or '`' or '*' or '_' or '<' or '>' or '#' or '[' or ']' => safe.Append('\\').Append(sign),
                _ => safe.Append(sign),
            };
        }

        return safe.ToString();
    }

    private static void Line(StringBuilder page, string text) => page.Append(text).Append("\n\n");
}
