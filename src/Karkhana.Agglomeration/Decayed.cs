using Karkhana.Core.Inference;

namespace Karkhana.Agglomeration;

/// <summary>Sums over what lies near, decaying with distance.</summary>
internal static class Decayed
{
    // e^(−40) ≈ 4e-18: what lies farther cannot change a double that holds one worker.
    private const double ReachInDecays = 40;

    /// <summary>Gives the distance beyond which nothing can change the sum.</summary>
    public static double Reach(double decayKilometres) => ReachInDecays * decayKilometres;

    /// <summary>Gives Σ w·exp(−d/δ) over those within reach.</summary>
    public static double Sum(List<Neighbour> near, double[] weights, double decayKilometres)
    {
        double reach = Reach(decayKilometres);
        double sum = 0;
        foreach (Neighbour other in near)
        {
            if (other.Kilometres <= reach)
            {
                sum += weights[other.Position] * Math.Exp(-other.Kilometres / decayKilometres);
            }
        }

        return sum;
    }

    /// <summary>Gives the weights with the median of those known in the place of missing ones; 1 when none is
    /// known.</summary>
    public static double[] WithoutGaps(IReadOnlyList<double> weights)
    {
        double middle = Quantiles.Median(weights);
        middle = double.IsNaN(middle) ? 1 : middle;
        return [.. weights.Select(weight => double.IsNaN(weight) ? middle : weight)];
    }
}
