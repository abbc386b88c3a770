using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>M from its definition: every reference point against every point, one distance after the other.</summary>
internal static class MFunctionTwin
{
    public static (double[] Curve, double[] Individual) Estimate(PointPattern points, MFunctionOptions options)
    {
        string neighbourType = options.Neighbour ?? options.Reference;
        bool caseControl = options.Control == MFunctionControl.Neighbour;
        double[] weights = points.Weights.Length > 0 ? points.Weights : [.. points.X.Select(_ => 1.0)];
        int[] all = [.. Enumerable.Range(0, points.Count)];
        int[] references = [.. all.Where(i => points.Types[i] == options.Reference)];
        int[] neighbours = [.. all.Where(i => points.Types[i] == neighbourType)];
        int[] numerators = caseControl ? references : neighbours;
        int[] denominators = caseControl ? neighbours : all;
        double[] curve = new double[options.Distances.Count];
        List<double> individual = [];
        for (int r = 0; r < curve.Length; r++)
        {
            (double locals, double globals) = (0, 0);
            foreach (int i in references)
            {
                double Within(int[] others) => others
                    .Where(j => j != i && Distance(points, i, j, options.Metric) <= options.Distances[r])
                    .Sum(j => weights[j]);
                double Total(int[] others) => others.Sum(j => weights[j]);
                double global = (caseControl, neighbourType == options.Reference) switch
                {
                    (true, _) => (Total(references) - weights[i]) / Total(neighbours),
                    (_, true) => (Total(references) - weights[i]) / (Total(all) - weights[i]),
                    _ => Total(neighbours) / (Total(all) - weights[i]),
                };
                double around = Within(denominators);
                double local = Within(numerators) / around;
                individual.Add(local / global);
                locals += around > 0 ? local : 0;
                globals += around > 0 ? global : 0;
            }

            curve[r] = globals > 0 ? locals / globals : double.NaN;
        }

        return (curve, [.. individual]);
    }

    public static double Distance(PointPattern points, int i, int j, DistanceMetric metric = DistanceMetric.Planar)
    {
        if (metric == DistanceMetric.GreatCircle)
        {
            return GreatCircle.Kilometres(points.X[i], points.Y[i], points.X[j], points.Y[j]);
        }

        double dx = points.X[i] - points.X[j];
        double dy = points.Y[i] - points.Y[j];
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
