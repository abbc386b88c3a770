using Karkhana.Core.Randomness;

namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>Draws and transformations that several parts of the generator share.</summary>
internal static class Sampling
{
    /// <summary>Beta(2, 3) is the second smallest of four uniform numbers.</summary>
    public static double BetaTwoThree(RandomStream stream)
    {
        double[] draws = [stream.NextDouble(), stream.NextDouble(), stream.NextDouble(), stream.NextDouble()];
        Array.Sort(draws);
        return draws[1];
    }

    /// <summary>Gamma(4, scale) is the sum of four exponential waiting times.</summary>
    public static double GammaFour(RandomStream stream, double scale)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            sum -= Math.Log(1 - stream.NextDouble());
        }

        return sum * scale;
    }

    public static double LogNormal(
        RandomStream stream, double median, double spread) => median * Math.Exp(spread * stream.NextGaussian());

    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>Brings values to mean 0 and standard deviation 1.</summary>
    public static double[] Standardise(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        double spread = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => (value - mean) / spread)];
    }

    /// <summary>Turns ranks in [0, 1] into numbers with mean 0 and standard deviation 1.</summary>
    public static double[] Score(IReadOnlyList<double> ranks) => [.. ranks.Select(
        rank => (rank - 0.5) * Math.Sqrt(12))];
}
