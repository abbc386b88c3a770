using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace Karkhana.Tests.Methods.Distributions;

/// <summary>Probabilities of rectangles under the bivariate normal law by plain integration over the first
/// variable.</summary>
internal static class RectangleTwin
{
    private const double Far = 12;

    private static readonly GaussLegendreRule Rule = new(0, 1, 32);
    private static readonly double[] Nodes = [.. Rule.Abscissas];
    private static readonly double[] Weights = [.. Rule.Weights];

    public static double Of(double lowX, double highX, double lowY, double highY, double correlation)
    {
        double spread = Math.Sqrt((1 - correlation) * (1 + correlation));
        (double low, double high) = (Math.Max(lowX, -Far), Math.Min(highX, Far));
        double sum = 0;
        double[] ends = [.. Ends(low, high, [lowY / correlation, highY / correlation], spread / Math.Abs(correlation)).Distinct().Order()];
        for (int panel = 1; panel < ends.Length; panel++)
        {
            double width = ends[panel] - ends[panel - 1];
            for (int i = 0; i < Nodes.Length; i++)
            {
                double x = ends[panel - 1] + (width * Nodes[i]);
                double density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
                sum += width * Weights[i] * density * Interval((lowY - (correlation * x)) / spread, (highY - (correlation * x)) / spread);
            }
        }

        return sum;
    }

    /// <summary>Cuts finely where the conditional probability steps.</summary>
    private static IEnumerable<double> Ends(double low, double high, double[] steps, double width)
    {
        double[] away = [.. Enumerable.Range(-12, 25).Select(k => k * width)];
        return Enumerable.Range(0, 25).Select(i => low + ((high - low) * i / 24))
            .Concat(steps.Where(double.IsFinite).SelectMany(step => away.Select(distance => step + distance)))
            .Append(high).Where(end => end >= low && end <= high);
    }

    private static double Interval(double low, double high) => low > 0
        ? (SpecialFunctions.Erfc(low / Math.Sqrt(2)) - SpecialFunctions.Erfc(high / Math.Sqrt(2))) / 2
        : (SpecialFunctions.Erfc(-high / Math.Sqrt(2)) - SpecialFunctions.Erfc(-low / Math.Sqrt(2))) / 2;
}
