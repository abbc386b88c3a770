using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>One dot per row, with its interval where there is one.</summary>
internal static class DotPlotSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        IntervalSpec spec = new(figure, "group");
        return
        [
            spec.Panel(
                spec.Intervals("interval", zero: false, coloured: true),
                spec.Marks(Vega.Mark("point", "dot", ("filled", true), ("size", 80)), zero: false)),
        ];
    }
}
