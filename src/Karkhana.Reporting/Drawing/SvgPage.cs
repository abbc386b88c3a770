using Karkhana.Core.Documents;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>The page of a static figure: title above, mark of synthetic data, legend below.</summary>
internal sealed class SvgPage
{
    public const double Width = 760;
    private const double Margin = 18;
    private const double LineHeight = 21;
    private readonly string _title;
    private readonly string? _mark;
    private readonly string[] _titleLines;
    private double _bottom;

    public SvgPage(FigureBlock figure, TextCatalogue texts, bool synthetic)
    {
        Figure = figure;
        Texts = texts;
        _title = texts.Say(figure.Caption);
        _mark = synthetic ? texts.Text("report.synthetic_mark") : null;
        _titleLines = Wrap(_title, 78);
        Top = Margin + 10 + (_titleLines.Length * LineHeight) + (_mark is null ? 0 : 18);
        _bottom = Top;
    }

    public FigureBlock Figure { get; }

    public TextCatalogue Texts { get; }

    public SvgCanvas Canvas { get; } = new();

    /// <summary>Gets the first free line under the title.</summary>
    public double Top { get; }

    public FigureTable Table(string name) => FigureTable.Of(Figure, name);

    /// <summary>Says that everything above this line is taken.</summary>
    public void TakenTo(double bottom) => _bottom = Math.Max(_bottom, bottom);

    public void NothingToDraw()
    {
        Canvas.Text(Margin, Top + 20, Texts.Text("report.no_data"), fill: Palette.Quiet);
        TakenTo(Top + 30);
    }

    /// <summary>A row of coloured classes under the plot; a single class needs none, unless its colour has a meaning.</summary>
    public void Legend(string title, IReadOnlyList<string> levels, IReadOnlyList<string>? colours = null)
    {
        if (levels.Count < (colours is null ? 2 : 1))
        {
            return;
        }

        double y = _bottom + 22;
        Canvas.Text(Margin, y, Shorten(title, 40), 12, bold: true);
        double x = Margin + (Math.Min(title.Length, 40) * 7.6) + 14;
        for (int level = 0; level < levels.Count; level++)
        {
            string label = levels[level].Length > 0 ? Shorten(levels[level], 40) : Texts.Text("report.missing");
            double width = 26 + (label.Length * 7);
            if (x + width > Width - Margin)
            {
                (x, y) = (Margin, y + 20);
            }

            Canvas.Circle(x + 6, y - 4, 5.5, colours?[level] ?? Palette.Class(level));
            Canvas.Text(x + 16, y, label);
            x += width;
        }

        TakenTo(y + 4);
    }

    /// <summary>A quiet line of words under the plot.</summary>
    public void Note(string text)
    {
        Canvas.Text(Margin, _bottom + 20, text, 11, fill: Palette.Quiet);
        TakenTo(_bottom + 24);
    }

    public string Finish()
    {
        for (int line = 0; line < _titleLines.Length; line++)
        {
            Canvas.Text(Margin, Margin + 12 + (line * LineHeight), _titleLines[line], 16, bold: true);
        }

        if (_mark is not null)
        {
            Canvas.Text(Margin, Top - 12, _mark, 11, fill: Palette.Quiet, bold: true);
        }

        return Canvas.Finish("static-" + Figure.Id, Width, _bottom + Margin, _title, Texts.Say(Figure.AltText));
    }

    public static string Shorten(string text, int most) =>
        text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";

    /// <summary>Breaks a text at spaces into lines of at most so many letters where it can.</summary>
    public static string[] Wrap(string text, int most)
    {
        List<string> lines = [];
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(Shorten(word, most));
            }
        }

        return [.. lines];
    }
}
