using Karkhana.Core.Errors;

namespace Karkhana.Core.Randomness;

/// <summary>Draws how often each group of equal observations comes in a sample with replacement of the same
/// size.</summary>
/// <remarks>
/// Observations of one group are interchangeable, so that their counts are multinomial with the group sizes over n:
/// drawn group by group as binomial given the rest, which is exact. Where groups are small, drawing the observations
/// one by one is faster and gives the same distribution. Cost: the smaller of groups and observations, up to a factor.
/// </remarks>
public sealed class BootstrapCounts
{
    // A binomial draw takes about as long as eight draws of an observation.
    private const int LeastGroupSize = 8;

    private readonly int[] _sizes;
    private readonly int[]? _groupOf;

    /// <summary>Initialises the draws.</summary>
    /// <param name="sizes">The number of observations of each group, zero or greater, together at least one.</param>
    public BootstrapCounts(IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        _sizes = [.. sizes];
        foreach (int size in _sizes)
        {
            Require.Between(size, 0, int.MaxValue, nameof(sizes));
            Observations = checked(Observations + size);
        }

        Require.That(Observations > 0, nameof(sizes), "must add up to at least one observation; it was 0");
        if (Observations / _sizes.Length < LeastGroupSize)
        {
            _groupOf = [.. _sizes.SelectMany((size, group) => Enumerable.Repeat(group, size))];
        }
    }

    /// <summary>Gets the number of observations.</summary>
    public int Observations { get; }

    /// <summary>Draws a sample.</summary>
    /// <param name="stream">The random numbers.</param>
    /// <param name="counts">Receives how often each group came; as many as there are groups.</param>
    public void Draw(RandomStream stream, Span<int> counts)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Require.SameLength(_sizes.Length, counts.Length, nameof(counts));
        if (_groupOf is null)
        {
            DrawGroups(stream, counts);
        }
        else
        {
            counts.Clear();
            for (int i = 0; i < _groupOf.Length; i++)
            {
                counts[_groupOf[stream.NextInt(_groupOf.Length)]]++;
            }
        }
    }

    private void DrawGroups(RandomStream stream, Span<int> counts)
    {
        (int drawsLeft, int sizesLeft) = (Observations, Observations);
        for (int group = 0; group < counts.Length; group++)
        {
            int size = _sizes[group];
            counts[group] = size == 0 || drawsLeft == 0
                ? 0
                : BinomialDraw.Next(stream, drawsLeft, (double)size / sizesLeft);
            drawsLeft -= counts[group];
            sizesLeft -= size;
        }
    }
}
