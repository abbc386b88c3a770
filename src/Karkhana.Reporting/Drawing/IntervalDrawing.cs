using Karkhana.Core.Documents;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Dot plots, bars and coefficient plots: a line per term, estimates with intervals, groups as
/// neighbours.</summary>
internal sealed class IntervalDrawing
{
    private const double LabelWidth = 230;
    private readonly SvgCanvas _canvas;
    private readonly FigureKind _kind;
    private readonly FigureTable _table;
    private readonly string[] _terms;
    private readonly string[] _levels;
    private readonly bool _isOffset;
    private readonly PlotArea _area;
    private readonly LinearScale _scale;

    private IntervalDrawing(SvgPage page, FigureTable table, string group)
    {
        (_canvas, _kind, _table) = (page.Canvas, page.Figure.Kind, table);
        _terms = table.Levels("term");
        _levels = table.Levels(group);
        _isOffset = _levels.Length > 1 && _terms.Length < table.Count;
        double lines = _terms.Length * RowHeight;
        _area = new PlotArea(LabelWidth + 18, page.Top + 4, SvgPage.Width - LabelWidth - 48, lines);
        IEnumerable<double> values = new[] { "estimate", "conf_low", "conf_high" }.SelectMany(table.Numbers);
        _scale = new LinearScale(values, _area.Left, _area.Right, zero: _kind != FigureKind.DotPlot, ticks: 5);
    }

    private double RowHeight => _isOffset ? Math.Max(26, 10 + (_levels.Length * 11)) : 26;

    public static void Draw(SvgPage page)
    {
        FigureTable table = page.Table(FigureTable.MarksOf(page.Figure.Kind));
        string group = page.Figure.Kind == FigureKind.CoefficientPlot ? "model" : "group";
        IntervalDrawing drawing = new(page, table, group);
        drawing.Frame();
        drawing.Marks(table.Texts(group));
        page.TakenTo(drawing._area.Bottom + 42);
        page.Legend(table.Title(group), drawing._levels);
    }

    private void Frame()
    {
        _area.HorizontalAxis(_canvas, _scale, _table.Title("estimate"));
        for (int term = 0; term < _terms.Length; term++)
        {
            double middle = _area.Top + ((term + 0.5) * RowHeight);
            _canvas.Line(_area.Left, middle, _area.Right, middle, Palette.Grid, 0.6);
            _canvas.Text(_area.Left - 9, middle + 4, SvgPage.Shorten(_terms[term], 34), 12, Anchor.End);
        }

        if (_kind != FigureKind.DotPlot)
        {
            string dash = _kind == FigureKind.CoefficientPlot ? "5 4" : "";
            _canvas.Line(_scale.At(0), _area.Top, _scale.At(0), _area.Bottom, Palette.Ink, 1.2, dash);
        }
    }

    private void Marks(string[] groups)
    {
        string[] terms = _table.Texts("term");
        double[] estimates = _table.Numbers("estimate");
        double[] lows = _table.Numbers("conf_low");
        double[] highs = _table.Numbers("conf_high");
        for (int row = 0; row < _table.Count; row++)
        {
            int level = Array.IndexOf(_levels, groups[row]);
            double shift = _isOffset ? (level - ((_levels.Length - 1) / 2.0)) * 11 : 0;
            double y = _area.Top + ((Array.IndexOf(_terms, terms[row]) + 0.5) * RowHeight) + shift;
            Mark(y, estimates[row], lows[row], highs[row], Palette.Class(_levels.Length > 1 ? level : 0));
        }
    }

    private void Mark(double y, double estimate, double low, double high, string colour)
    {
        bool isBar = _kind == FigureKind.Bars;
        if (isBar && double.IsFinite(estimate))
        {
            double thickness = _isOffset ? 9 : 16;
            (double from, double to) = (Math.Min(_scale.At(0), _scale.At(estimate)), Math.Max(_scale.At(0), _scale.At(estimate)));
            _canvas.Rectangle(from, y - (thickness / 2), to - from, thickness, colour, 0.85);
        }

        if (double.IsFinite(low) && double.IsFinite(high))
        {
            _canvas.Line(_scale.At(low), y, _scale.At(high), y, isBar ? Palette.Ink : colour, isBar ? 1.2 : 1.8);
        }

        if (!isBar && double.IsFinite(estimate))
        {
            _canvas.Circle(_scale.At(estimate), y, 4.6, colour);
        }
    }
}
