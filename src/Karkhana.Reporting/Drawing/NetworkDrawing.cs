using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Ties as lines, firms as points without names.</summary>
internal static class NetworkDrawing
{
    private const double Height = 470;

    public static void Draw(SvgPage page)
    {
        (FigureTable nodes, FigureTable edges) = (page.Table("nodes"), page.Table("edges"));
        (double[] x, double[] y, double[] degrees) = (nodes.Numbers("x"), nodes.Numbers("y"), nodes.Numbers("degree"));
        Func<double, double, (double X, double Y)> place = Places(page, x, y);
        (double[] fromX, double[] fromY) = (edges.Numbers("from_x"), edges.Numbers("from_y"));
        (double[] toX, double[] toY) = (edges.Numbers("to_x"), edges.Numbers("to_y"));
        for (int edge = 0; edge < edges.Count; edge++)
        {
            page.Canvas.Polyline([place(fromX[edge], fromY[edge]), place(toX[edge], toY[edge])], "#c3c8d0", 0.8);
        }

        string[] levels = nodes.Levels("role");
        string[] roles = nodes.Texts("role");
        double most = Math.Max(1, degrees.Where(double.IsFinite).DefaultIfEmpty(1).Max());
        for (int node = 0; node < nodes.Count; node++)
        {
            (double left, double top) = place(x[node], y[node]);
            if (double.IsFinite(left) && double.IsFinite(top))
            {
                double size = double.IsFinite(degrees[node]) ? Math.Sqrt(Math.Max(0, degrees[node]) / most) : 0.3;
                page.Canvas.Circle(
                    left, top, 3 + (8.5 * size), Palette.Class(Array.IndexOf(levels, roles[node])), 0.95);
            }
        }

        page.TakenTo(page.Top + Height);
        page.Legend(nodes.Title("role"), levels);
    }

    /// <summary>One scale for both directions, so that the layout keeps its shape.</summary>
    private static Func<double, double, (double X, double Y)> Places(SvgPage page, double[] x, double[] y)
    {
        double[] across = [.. x.Where(double.IsFinite).DefaultIfEmpty(0)];
        double[] up = [.. y.Where(double.IsFinite).DefaultIfEmpty(0)];
        (double wide, double high) = (Math.Max(1e-9, across.Max() - across.Min()), Math.Max(1e-9, up.Max() - up.Min()));
        double scale = Math.Min((SvgPage.Width - 70) / wide, (Height - 50) / high);
        (double middleX, double middleY) = ((across.Max() + across.Min()) / 2, (up.Max() + up.Min()) / 2);
        return (a, b) =>
            ((SvgPage.Width / 2) + ((a - middleX) * scale), page.Top + (Height / 2) - ((b - middleY) * scale));
    }
}
