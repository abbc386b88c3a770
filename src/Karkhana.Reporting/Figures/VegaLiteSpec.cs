using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>One drawing of a figure: a figure of several groups may have several.</summary>
/// <param name="Title">What sets it apart; empty when it is alone.</param>
/// <param name="Spec">The Vega-Lite specification with its data.</param>
/// <param name="Marks">How many marks it has.</param>
internal sealed record VegaPanel(string Title, JsonObject Spec, int Marks);

/// <summary>From a figure to Vega-Lite, one class per kind; colours are named styles that the page's theme
/// fills.</summary>
internal static class VegaLiteSpec
{
    /// <summary>The specifications of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="mark">The mark of synthetic data, null when the data are real.</param>
    /// <param name="texts">The words that axes need beside those of the table; null for none.</param>
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure, string? mark, TextCatalogue? texts = null)
    {
        IReadOnlyList<VegaPanel> panels = figure.Kind switch
        {
            FigureKind.Map => MapSpec.Of(figure),
            FigureKind.CurveWithBand => CurveSpec.Of(figure),
            FigureKind.DotPlot => DotPlotSpec.Of(figure),
            FigureKind.Network => NetworkSpec.Of(figure),
            FigureKind.HeatTable => HeatTableSpec.Of(figure),
            FigureKind.Bars => BarsSpec.Of(figure),
            FigureKind.CoefficientPlot => CoefficientPlotSpec.Of(figure),
            FigureKind.AreaMap => AreaMapSpec.Of(figure),
            FigureKind.CurvePanels => CurvePanelsSpec.Of(figure),
            FigureKind.PersonItemMap => PersonItemMapSpec.Of(figure),
            FigureKind.NetworkMatrix => NetworkMatrixSpec.Of(figure),
            FigureKind.SpecificationCurve => SpecificationCurveSpec.Of(figure),
            FigureKind.TradeOff => TradeOffSpec.Of(figure, texts),
            FigureKind.Radar => RadarSpec.Of(figure),
            _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Kind, "There is no such kind of figure."),
        };
        foreach (VegaPanel panel in panels.Where(_ => mark is not null))
        {
            panel.Spec["title"] = mark;
        }

        return panels;
    }
}
