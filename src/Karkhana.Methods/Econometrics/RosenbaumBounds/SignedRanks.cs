using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>The signed-rank sum of paired differences when each is positive with a given chance.</summary>
/// <remarks>Differences of 0 are dropped; equal sizes share the mean of their ranks. Source: Wilcoxon 1945,
/// doi:10.2307/3001968; Rosenbaum 2002, Observational Studies, section 4.3.</remarks>
internal sealed class SignedRanks
{
    private readonly double[] _ranks;

    public SignedRanks(IEnumerable<double> differences)
    {
        double[] apart = [.. differences.Where(difference => difference != 0)];
        _ranks = Ranks.Of([.. apart.Select(Math.Abs)]);
        Sum = Sums.Sum([.. _ranks.Where((_, i) => apart[i] > 0)]);
    }

    public int Count => _ranks.Length;

    /// <summary>Gets the sum of the ranks of positive differences.</summary>
    public double Sum { get; }

    /// <summary>Gives the expected sum when each difference is positive with chance p.</summary>
    public double Expected(double p) => p * Sums.Sum(_ranks);

    /// <summary>Gives P(sum ≥ that observed).</summary>
    public double UpperTail(double p, bool exact) => exact ? ExactTail(p, Sum) : NormalTail.Upper(
        (Sum - Expected(p)) / Math.Sqrt(p * (1 - p) * Sums.Dot(_ranks, _ranks)));

    /// <summary>Gives P(sum ≤ that observed).</summary>
    public double LowerTail(double p, bool exact) => exact ? 1 - ExactTail(p, Sum + 0.25) : NormalTail.Upper(
        -(Sum - Expected(p)) / Math.Sqrt(p * (1 - p) * Sums.Dot(_ranks, _ranks)));

    // Twice a mean rank is whole, so that the sums lie on a grid of halves.
    private double ExactTail(double p, double from)
    {
        int[] doubled = [.. _ranks.Select(rank => (int)Math.Round(2 * rank))];
        double[] probability = new double[doubled.Sum() + 1];
        probability[0] = 1;
        int reached = 0;
        foreach (int rank in doubled)
        {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--)
            {
                probability[sum] = (probability[sum] * (1 - p)) + (sum >= rank ? probability[sum - rank] * p : 0);
            }
        }

        return Math.Min(1, Sums.Sum(probability.AsSpan(Math.Min(probability.Length, (int)Math.Ceiling(2 * from)))));
    }
}
