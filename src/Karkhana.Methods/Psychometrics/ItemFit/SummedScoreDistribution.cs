namespace Karkhana.Methods.Psychometrics;

/// <summary>P(sum of the other items' categories = s | θ_q) by the recursion of Lord and Wingersky.</summary>
/// <remarks>Cost: items × scores × categories × nodes. Source: Lord and Wingersky 1984,
/// doi:10.1177/014662168400800409.</remarks>
internal static class SummedScoreDistribution
{
    /// <summary>Gives the distribution of the sum without one item, at place score × nodes + node.</summary>
    public static double[] Without(int item, ModelledResponses modelled)
    {
        int nodes = modelled.Grid.Count;
        double[] sums = [.. Enumerable.Repeat(1.0, nodes)];
        for (int other = 0; other < modelled.Items; other++)
        {
            if (other != item)
            {
                sums = Extended(sums, modelled.Probabilities[other], nodes);
            }
        }

        return sums;
    }

    private static double[] Extended(double[] sums, double[] probability, int nodes)
    {
        int scores = sums.Length / nodes;
        int categories = probability.Length / nodes;
        double[] extended = new double[(scores + categories - 1) * nodes];
        for (int s = 0; s < scores; s++)
        {
            for (int c = 0; c < categories; c++)
            {
                ReadOnlySpan<double> from = sums.AsSpan(s * nodes, nodes);
                ReadOnlySpan<double> chance = probability.AsSpan(c * nodes, nodes);
                Span<double> to = extended.AsSpan((s + c) * nodes, nodes);
                for (int q = 0; q < nodes; q++)
                {
                    to[q] += from[q] * chance[q];
                }
            }
        }

        return extended;
    }
}
