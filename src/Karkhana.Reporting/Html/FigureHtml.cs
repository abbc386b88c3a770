using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Html;

/// <summary>A figure in the page: title, drawings, words for those who cannot see it, its data, and a static drawing
/// without scripts.</summary>
internal sealed class FigureHtml(HtmlWriter page, TextCatalogue texts, bool synthetic)
{
    private const int MostShapes = 2500; // beyond this a canvas stays quick where single shapes do not

    public void Write(FigureBlock figure)
    {
        string id = "figure-" + Markup.Anchor(figure.Id);
        string alt = texts.Say(figure.AltText);
        page.Open("figure", "id", id).Open("h4").Text(texts.Say(figure.Caption));
        if (synthetic)
        {
            page.Raw(" ").Element("span", texts.Text("report.synthetic_mark"), "class", "mark");
        }

        page.Close("h4").Element("p", alt, "class", "unseen");
        Drawings(figure, id, alt);
        page.Raw("<noscript>").Raw(SvgFigure.Render(figure, texts, synthetic)).Raw("</noscript>\n");
        new TableHtml(page, texts, synthetic).WriteData(figure);
        page.Close("figure");
    }

    /// <summary>The figure as a drawing alone, for a page without scripts; title and mark stand in the drawing.</summary>
    public void WriteStatic(FigureBlock figure)
    {
        page.Open("figure", "id", "figure-" + Markup.Anchor(figure.Id));
        page.Element("p", texts.Say(figure.AltText), "class", "unseen").Raw(SvgFigure.Render(figure, texts, synthetic)).Raw("\n");
        page.Close("figure");
    }

    private void Drawings(FigureBlock figure, string id, string alt)
    {
        FigureTable marks = FigureTable.Of(figure, FigureTable.MarksOf(figure.Kind));
        if (marks.Count == 0)
        {
            page.Element("p", texts.Text("report.no_data"), "class", "note");
            return;
        }

        IReadOnlyList<VegaPanel> panels = VegaLiteSpec.Of(
            figure, synthetic ? texts.Text("report.synthetic_mark") : null, texts);
        string arranged = figure.Kind == FigureKind.SpecificationCurve ? "panels stacked" : panels.Count > 1 ? "panels" : "panel";
        page.Open("div", "class", arranged);
        for (int i = 0; i < panels.Count; i++)
        {
            Panel(panels[i], string.Create(CultureInfo.InvariantCulture, $"{id}-spec-{i + 1}"), alt);
        }

        page.Close("div");
        if (marks.IsThinned)
        {
            page.Element(
                "p", texts.Say(Sentence.Of("report.thinned", ("shown", marks.Count), ("all", marks.AllRows))),
                "class", "note");
        }
    }

    private void Panel(VegaPanel panel, string id, string alt)
    {
        page.Raw("<div>");
        if (panel.Title.Length > 0)
        {
            page.Element("p", panel.Title, "class", "panel-title");
        }

        string renderer = panel.Marks > MostShapes ? "canvas" : "svg";
        string label = panel.Title.Length > 0 ? $"{panel.Title}: {alt}" : alt;
        page.Open(
            "div", "class", "drawing", "data-figure", id, "data-renderer", renderer, "role", "img", "aria-label",
            label).Raw("</div>\n");

        // The serializer escapes <, >, & and everything outside ASCII, so nothing in the data can end this element.
        page.Open(
            "script", "type", "application/json", "id", id).Raw(panel.Spec.ToJsonString()).Close("script").Close("div");
    }
}
