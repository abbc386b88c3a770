using System.Globalization;
using System.Text;

namespace Karkhana.Reporting.Drawing;

/// <summary>Where text sits at its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Writes SVG elements; every text is escaped, every number has at most two decimals.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder _body = new();

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string dash = "") =>
        Add($"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" stroke=\"{stroke}\" stroke-width=\"{width:0.##}\"{Dash(dash)}/>");

    public void Rectangle(double x, double y, double width, double height, string fill, double opacity = 1) =>
        Add($"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{Math.Max(0, width):0.##}\" height=\"{Math.Max(0, height):0.##}\" fill=\"{fill}\"{Opacity(opacity)}/>");

    public void Circle(double x, double y, double radius, string fill, double opacity = 1) =>
        Add($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{fill}\" stroke=\"{Palette.Paper}\" stroke-width=\"0.8\"{Opacity(opacity)}/>");

    /// <summary>Lines through points; a point that is not a number starts a new line.</summary>
    public void Polyline(IReadOnlyList<(double X, double Y)> points, string stroke, double width, string dash = "") =>
        Add($"<path d=\"{Path(points)}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width:0.##}\" stroke-linejoin=\"round\"{Dash(dash)}/>");

    public void Shape(
        IEnumerable<IReadOnlyList<(double X, double Y)>> rings,
        string fill,
        string stroke = "none",
        double opacity = 1) =>
        Add($"<path d=\"{string.Concat(rings.Select(ring => Path(ring) + "Z"))}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{stroke}\"{Opacity(opacity)}/>");

    public void Text(
        double x, double y, string text, double size = 12, Anchor anchor = Anchor.Start, string fill = Palette.Ink, bool bold = false)
    {
        string weight = bold ? " font-weight=\"600\"" : "";
        Add($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" text-anchor=\"{Name(anchor)}\" fill=\"{fill}\"{weight}>{Markup.Escape(text)}</text>");
    }

    /// <summary>Text that runs upwards, for the title of a vertical axis.</summary>
    public void Upwards(double x, double y, string text) =>
        Add($"<text transform=\"translate({x:0.##} {y:0.##}) rotate(-90)\" font-size=\"12\" font-weight=\"600\" text-anchor=\"middle\" fill=\"{Palette.Ink}\">{Markup.Escape(text)}</text>");

    public string Finish(string id, double width, double height, string title, string description)
    {
        string safe = Markup.Anchor(id);
        StringBuilder page = new();
        page.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:0.##} {height:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\"");
        page.Append(CultureInfo.InvariantCulture, $" role=\"img\" aria-labelledby=\"{safe}-title {safe}-desc\" font-family=\"'DejaVu Sans', Verdana, Arial, sans-serif\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title id=\"{safe}-title\">{Markup.Escape(title)}</title>\n<desc id=\"{safe}-desc\">{Markup.Escape(description)}</desc>\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<rect width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{Palette.Paper}\"/>\n");
        return page.Append(_body).Append("</svg>\n").ToString();
    }

    private void Add(FormattableString element) => _body.Append(
        element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Path(IReadOnlyList<(double X, double Y)> points)
    {
        StringBuilder path = new();
        bool isNew = true;
        foreach ((double x, double y) in points)
        {
            if (double.IsFinite(x) && double.IsFinite(y))
            {
                path.Append(CultureInfo.InvariantCulture, $"{(isNew ? 'M' : 'L')}{x:0.##} {y:0.##}");
                isNew = false;
            }
            else
            {
                isNew = true;
            }
        }

        return path.ToString();
    }

    private static string Dash(string dash) => dash.Length > 0 ? $" stroke-dasharray=\"{dash}\"" : "";

    private static string Opacity(double opacity) =>
        opacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" opacity=\"{opacity:0.##}\"") : "";

    private static string Name(Anchor anchor) => anchor switch
    {
        Anchor.Start => "start",
        Anchor.Middle => "middle",
        _ => "end",
    };
}
