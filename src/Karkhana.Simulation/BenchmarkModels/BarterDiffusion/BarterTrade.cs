using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>A trade of knowledge between two agents.</summary>
/// <remarks>
/// Each side must be ahead in at least one category. The one who is behind by v in a category gains α v there; nobody loses. Paired
/// exchange: with a categories in which the first is ahead and b in which the second is, min(a, b) are learnt each way, drawn by lot.
/// </remarks>
/// <param name="alpha">The share of the gap that is closed.</param>
/// <param name="similarity">The share by which a level must exceed the other.</param>
/// <param name="exchange">How much changes hands.</param>
/// <param name="categories">The number of categories.</param>
internal sealed class BarterTrade(double alpha, double similarity, BarterExchange exchange, int categories)
{
    private readonly int[] _firstAhead = new int[categories];
    private readonly int[] _secondAhead = new int[categories];

    /// <summary>Trades if both gain.</summary>
    /// <param name="first">The levels of one.</param>
    /// <param name="second">The levels of the other.</param>
    /// <param name="lots">Draws what is taught when one could teach more.</param>
    /// <returns>Whether they traded.</returns>
    public bool TryTrade(Span<double> first, Span<double> second, RandomStream lots)
    {
        (int teaches, int learns) = (0, 0);
        for (int category = 0; category < first.Length; category++)
        {
            if (Ahead(first[category], second[category]))
            {
                _firstAhead[teaches++] = category;
            }
            else if (Ahead(second[category], first[category]))
            {
                _secondAhead[learns++] = category;
            }
        }

        if (teaches == 0 || learns == 0)
        {
            return false;
        }

        if (exchange == BarterExchange.Paired)
        {
            int pairs = Math.Min(teaches, learns);
            Choose(_firstAhead.AsSpan(0, teaches), pairs, lots);
            Choose(_secondAhead.AsSpan(0, learns), pairs, lots);
            (teaches, learns) = (pairs, pairs);
        }

        Learn(first, second, _firstAhead.AsSpan(0, teaches));
        Learn(second, first, _secondAhead.AsSpan(0, learns));
        return true;
    }

    private static void Choose(Span<int> ahead, int count, RandomStream lots)
    {
        if (count < ahead.Length)
        {
            lots.ShuffleFront(ahead, count);
        }
    }

    private bool Ahead(double level, double other) => level > other * (1 + similarity) && level > other;

    private void Learn(Span<double> teacher, Span<double> learner, ReadOnlySpan<int> taught)
    {
        foreach (int category in taught)
        {
            // At α = 1 the level itself is taken over, without the rounding of a difference added.
            learner[category] = alpha == 1 ? teacher[category] : learner[category] + (alpha * (teacher[category] - learner[category]));
        }
    }
}
