using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Estimates with intervals and a line at zero; models as neighbours in colours.</summary>
internal static class CoefficientPlotSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        IntervalSpec spec = new(figure, "model");
        return
        [
            spec.Panel(
                spec.Intervals("interval", zero: true, coloured: true),
                IntervalSpec.ZeroLine(),
                spec.Marks(Vega.Mark("point", "dot", ("filled", true), ("size", 80)), zero: true)),
        ];
    }
}
