using System.Text;

namespace Karkhana.Reporting.Html;

/// <summary>Writes HTML; what comes from texts and data is escaped here and nowhere else.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _page = new();

    /// <summary>Writes markup of our own, which must hold nothing from data.</summary>
    public HtmlWriter Raw(string markup)
    {
        _page.Append(markup);
        return this;
    }

    /// <summary>Writes a text, escaped.</summary>
    public HtmlWriter Text(string text)
    {
        _page.Append(Markup.Escape(text));
        return this;
    }

    /// <summary>Writes an element that holds only a text; attributes are names and values in turn.</summary>
    public HtmlWriter Element(string name, string text, params string[] attributes) =>
        Open(name, attributes).Text(text).Raw("</").Raw(name).Raw(">");

    /// <summary>Opens an element; attributes are names and values in turn, and those with an empty value are left
    /// out.</summary>
    public HtmlWriter Open(string name, params string[] attributes)
    {
        _page.Append('<').Append(name);
        for (int i = 0; i < attributes.Length; i += 2)
        {
            if (attributes[i + 1].Length > 0)
            {
                _page.Append(' ').Append(attributes[i]).Append("=\"").Append(Markup.Escape(attributes[i + 1])).Append('"');
            }
        }

        _page.Append('>');
        return this;
    }

    public HtmlWriter Close(string name)
    {
        _page.Append("</").Append(name).Append(">\n");
        return this;
    }

    public override string ToString() => _page.ToString();
}
