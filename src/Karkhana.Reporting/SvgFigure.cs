using Karkhana.Core.Documents;
using Karkhana.Reporting.Drawing;
using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting;

/// <summary>Draws a figure as a static SVG that needs neither a browser nor a script; the same figure gives the same
/// bytes.</summary>
public static class SvgFigure
{
    /// <summary>How each kind is drawn; dots, bars and coefficients, which are not here, as estimates with intervals.</summary>
    private static readonly Dictionary<FigureKind, Action<SvgPage>> Drawings = new()
    {
        [FigureKind.Map] = MapDrawing.Draw,
        [FigureKind.AreaMap] = AreaMapDrawing.Draw,
        [FigureKind.CurveWithBand] = CurveDrawing.Draw,
        [FigureKind.Network] = NetworkDrawing.Draw,
        [FigureKind.HeatTable] = HeatTableDrawing.Draw,
        [FigureKind.CurvePanels] = CurvePanelsDrawing.Draw,
        [FigureKind.PersonItemMap] = PersonItemMapDrawing.Draw,
        [FigureKind.NetworkMatrix] = NetworkMatrixDrawing.Draw,
        [FigureKind.SpecificationCurve] = SpecificationCurveDrawing.Draw,
        [FigureKind.TradeOff] = TradeOffDrawing.Draw,
        [FigureKind.Radar] = RadarDrawing.Draw,
    };

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

        Drawings.GetValueOrDefault(figure.Kind, IntervalDrawing.Draw)(page);
        if (marks.IsThinned)
        {
            page.Note(texts.Say(Sentence.Of("report.thinned", ("shown", marks.Count), ("all", marks.AllRows))));
        }

        return page.Finish();
    }
}
