using System.Security.Cryptography;
using System.Text;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Html;

/// <summary>What stands around the sections: head, banner, contents, provenance, script.</summary>
internal sealed class PageFrame(HtmlWriter page, Report report, TextCatalogue texts)
{
    private const string ProvenanceKey = "provenance";
    private static readonly Lazy<string> Script = new(() => Resource("Web/report.js"));
    private static readonly Lazy<string> Style = new(() => Resource("Web/report.css"));

    /// <summary>Gets a value indicating whether the page needs a section of its own for the provenance.</summary>
    public bool NeedsProvenance => !report.IsBrief && report.Sections.All(section => section.Key != ProvenanceKey);

    public static bool IsProvenance(Section section) => section.Key == ProvenanceKey;

    public void Open()
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script.Value)));
        string scripts = report.IsBrief ? "'none'" : $"'sha256-{hash}'";
        string policy = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; "
            + $"style-src 'unsafe-inline'; script-src {scripts}";
        page.Raw("<!DOCTYPE html>\n").Open(
            "html", "lang", texts.Language, "dir", IsRightToLeft ? "rtl" : "ltr").Raw("\n<head>\n")
            .Raw("<meta charset=\"utf-8\">\n")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Raw("<link rel=\"icon\" href=\"data:,\">\n")
            .Element("title", report.Title).Raw("\n<style>\n").Raw(Style.Value).Raw("</style>\n</head>\n").Open("body", "class", report.IsBrief ? "brief" : "").Raw("\n")
            .Element("a", texts.Text("report.skip"), "class", "skip", "href", "#report").Raw("\n");
        if (report.Synthetic)
        {
            page.Element("p", texts.Text("report.synthetic_banner"), "class", "banner", "role", "note").Raw("\n");
        }

        page.Raw("<header>").Element("h1", report.Title).Raw("</header>\n");
        if (!report.IsBrief)
        {
            Contents();
        }

        page.Open("main", "id", "report").Raw("\n");
    }

    public void Close()
    {
        if (NeedsProvenance)
        {
            page.Open("section", "id", ProvenanceKey);
            Heading(ProvenanceKey);
            ProvenanceList();
            page.Close("section");
        }

        page.Close("main").Open("footer");
        if (report.Synthetic)
        {
            page.Element("p", texts.Text("report.synthetic_banner"));
        }

        page.Element("p", string.Join(" · ", report.Provenance.Select(entry => $"{entry.Key}: {entry.Value}")));
        page.Close("footer");
        if (!report.IsBrief)
        {
            page.Raw("<script>").Raw(Script.Value).Raw("</script>\n");
        }

        page.Raw("</body>\n</html>\n");
    }

    public void Heading(string key)
    {
        page.Open("h2").Text(texts.Text("section." + key));
        if (report.Synthetic)
        {
            page.Raw(" ").Element("span", texts.Text("report.synthetic_mark"), "class", "mark");
        }

        page.Close("h2");
    }

    public void ProvenanceList()
    {
        page.Open("dl");
        foreach ((string name, string value) in report.Provenance)
        {
            page.Element("dt", name).Element("dd", value).Raw("\n");
        }

        page.Close("dl");
    }

    private bool IsRightToLeft => texts.Language.Split('-')[0] is "ar" or "fa" or "he" or "ps" or "sd" or "ur";

    private void Contents()
    {
        page.Open(
            "nav",
            "aria-labelledby",
            "contents").Element("h2", texts.Text("report.contents"), "id", "contents").Raw("<ol>\n");
        IEnumerable<string> keys = report.Sections.Select(section => section.Key);
        foreach (string key in NeedsProvenance ? keys.Append(ProvenanceKey) : keys)
        {
            page.Raw("<li>").Element(
                "a", texts.Text("section." + key), "href", "#" + Markup.Anchor(key)).Raw("</li>\n");
        }

        page.Raw("</ol>").Close("nav");
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(PageFrame).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
