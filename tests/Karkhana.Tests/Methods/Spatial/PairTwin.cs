using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>Sums over pairs by two plain loops, edge weights from the window's own questions.</summary>
internal static class PairTwin
{
    public static double[] K(
        WindowedPattern pattern, Func<int, double> reference, Func<int, double> neighbour, IReadOnlyList<double> radii, EdgeCorrection correction) =>
        [.. radii.Select(radius => Sum(pattern, reference, neighbour, (i, distance) => distance <= radius && Counts(pattern, i, radius, correction) ? 1 : 0, correction))];

    public static double Sum(
        WindowedPattern pattern, Func<int, double> reference, Func<int, double> neighbour, Func<int, double, double> kernel, EdgeCorrection correction)
    {
        PointPattern points = pattern.Points;
        double sum = 0;
        for (int i = 0; i < points.Count; i++)
        {
            for (int j = 0; j < points.Count; j++)
            {
                double dx = points.X[j] - points.X[i];
                double dy = points.Y[j] - points.Y[i];
                double distance = Math.Sqrt((dx * dx) + (dy * dy));
                double share = i == j ? 0 : reference(i) * neighbour(j) * kernel(i, distance);
                sum += share == 0 ? 0 : share * Weight(pattern, i, (dx, dy), correction);
            }
        }

        return sum;
    }

    public static double Inside(WindowedPattern pattern, Func<int, double> reference, double radius, EdgeCorrection correction) =>
        Enumerable.Range(0, pattern.Points.Count).Where(i => Counts(pattern, i, radius, correction)).Sum(reference);

    public static bool Counts(WindowedPattern pattern, int i, double radius, EdgeCorrection correction) =>
        correction != EdgeCorrection.Border || pattern.Window.DistanceToBorder(pattern.Points.X[i], pattern.Points.Y[i]) >= radius;

    private static double Weight(WindowedPattern pattern, int i, (double X, double Y) way, EdgeCorrection correction) => correction switch
    {
        EdgeCorrection.Translation => pattern.Window.Area / pattern.Window.OverlapWhenMoved(way.X, way.Y),
        EdgeCorrection.Isotropic => Math.Min(100, 1 / pattern.Window.ShareOfCircle(
            pattern.Points.X[i], pattern.Points.Y[i], Math.Sqrt((way.X * way.X) + (way.Y * way.Y)))),
        _ => 1,
    };
}
