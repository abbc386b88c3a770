using Karkhana.Core.Documents;
using Karkhana.Reporting.Drawing;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting;

/// <summary>Draws a figure as a static SVG that needs neither a browser nor a script; the same figure gives the same
/// bytes.</summary>
public static class SvgFigure
{
    /// <summary>Draws a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="texts">The texts of its title and description.</param>
    /// <param name="synthetic">Whether its data are synthetic; then it says so.</param>
    /// <returns>The SVG, self-contained.</returns>
    /// <exception cref="ArgumentException">A table or a text that the figure needs is missing.</exception>
    public static string Render(FigureBlock figure, TextCatalogue texts, bool synthetic)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(texts);
        SvgPage page = new(figure, texts, synthetic);
        FigureTable marks = FigureTable.Of(figure, FigureTable.MarksOf(figure.Kind));
        if (marks.Count == 0)
        {
            page.NothingToDraw();
            return page.Finish();
        }

        Draw(page);
        if (marks.IsThinned)
        {
            page.Note(texts.Say(Sentence.Of("report.thinned", ("shown", marks.Count), ("all", marks.AllRows))));
        }

        return page.Finish();
    }

    private static void Draw(SvgPage page)
    {
        switch (page.Figure.Kind)
        {
            case FigureKind.Map:
                MapDrawing.Draw(page);
                break;
            case FigureKind.AreaMap:
                AreaMapDrawing.Draw(page);
                break;
            case FigureKind.CurveWithBand:
                CurveDrawing.Draw(page);
                break;
            case FigureKind.Network:
                NetworkDrawing.Draw(page);
                break;
            case FigureKind.HeatTable:
                HeatTableDrawing.Draw(page);
                break;
            case FigureKind.CurvePanels:
                CurvePanelsDrawing.Draw(page);
                break;
            case FigureKind.PersonItemMap:
                PersonItemMapDrawing.Draw(page);
                break;
            case FigureKind.NetworkMatrix:
                NetworkMatrixDrawing.Draw(page);
                break;
            case FigureKind.SpecificationCurve:
                SpecificationCurveDrawing.Draw(page);
                break;
            case FigureKind.TradeOff:
                TradeOffDrawing.Draw(page);
                break;
            case FigureKind.Radar:
                RadarDrawing.Draw(page);
                break;
            default:
                IntervalDrawing.Draw(page);
                break;
        }
    }
}
