using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Reporting.Html;

namespace Karkhana.Reporting;

/// <summary>Writes a report as one HTML file that opens without a network and runs no code but its own.</summary>
/// <remarks>
/// The policy in the file forbids every request and every script but the one whose hash it names. Rows that rest on
/// fewer than five
/// firms are held back, and names of firms never enter a network figure.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="texts">Its texts.</param>
    /// <returns>The file, to be saved as UTF-8.</returns>
    /// <exception cref="ArgumentException">A text or a table of a figure is missing, or two figures have one
    /// id.</exception>
    public static string Render(Report report, TextCatalogue texts)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(texts);
        string[] ids = [.. report.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>().Select(figure => figure.Id)];
        Require.That(
            ids.Distinct(StringComparer.Ordinal).Count() == ids.Length, nameof(report),
            $"must have a different id for each figure; it had {string.Join(", ", ids)}");
        HtmlWriter page = new();
        PageFrame frame = new(page, report, texts);
        frame.Open();
        foreach (Section section in report.Sections)
        {
            page.Open("section", "id", Markup.Anchor(section.Key));
            frame.Heading(section.Key);
            foreach (Block block in section.Blocks)
            {
                Write(page, block, texts, report);
            }

            if (PageFrame.IsProvenance(section))
            {
                frame.ProvenanceList();
            }

            page.Close("section");
        }

        frame.Close();
        return page.ToString();
    }

    private static void Write(HtmlWriter page, Block block, TextCatalogue texts, Report report)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                Paragraph(page, paragraph, texts);
                break;
            case ListBlock list:
                page.Open("ul");
                foreach (Sentence item in list.Items)
                {
                    page.Element("li", texts.Say(item)).Raw("\n");
                }

                page.Close("ul");
                break;
            case TableBlock table:
                new TableHtml(page, texts, report.Synthetic) { IsForm = report.IsBrief }.Write(table);
                break;
            case FigureBlock figure when report.IsBrief:
                new FigureHtml(page, texts, report.Synthetic).WriteStatic(figure);
                break;
            case FigureBlock figure:
                new FigureHtml(page, texts, report.Synthetic).Write(figure);
                break;
            default:
                throw new ArgumentException($"There is no way to write a {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Paragraph(HtmlWriter page, ParagraphBlock paragraph, TextCatalogue texts)
    {
        string tone = paragraph.Tone switch
        {
            Tone.Finding => "finding",
            Tone.Caution => "caution",
            _ => "",
        };
        page.Open("p", "class", tone);
        if (tone.Length > 0)
        {
            page.Element("strong", texts.Text("report." + tone), "class", "label").Raw(" ");
        }

        page.Text(string.Join(' ', paragraph.Sentences.Select(texts.Say))).Close("p");
    }
}
