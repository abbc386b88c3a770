using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Horizontal bars from zero with their intervals.</summary>
internal static class BarsSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        IntervalSpec spec = new(figure, "group");
        return
        [
            spec.Panel(
                spec.Marks(Vega.Mark("bar", "bars"), zero: true),
                spec.Intervals("error-bar", zero: true, coloured: false)),
        ];
    }
}
