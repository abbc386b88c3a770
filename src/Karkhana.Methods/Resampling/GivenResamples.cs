using Karkhana.Core.Errors;

namespace Karkhana.Methods;

/// <summary>Samples that the caller gives by row number.</summary>
/// <param name="resamples">The rows of each sample, from 0, among all rows of the data.</param>
/// <param name="kept">The rows of the data that are used; drawing another row draws nothing.</param>
/// <param name="dataRows">The number of rows of the data.</param>
internal sealed class GivenResamples(IReadOnlyList<int[]> resamples, IReadOnlyList<int> kept, int dataRows) : IResampling
{
    private readonly int[] _places = Places(resamples, kept, dataRows);

    public int Replicates => resamples.Count;

    public int Rows => kept.Count;

    public void Count(int replicate, Span<int> counts)
    {
        counts.Clear();
        foreach (int row in resamples[replicate])
        {
            if (_places[row] >= 0)
            {
                counts[_places[row]]++;
            }
        }
    }

    private static int[] Places(IReadOnlyList<int[]> resamples, IReadOnlyList<int> kept, int dataRows)
    {
        Require.That(resamples.Count > 1, nameof(resamples), FormattableString.Invariant($"must have at least two samples; there were {resamples.Count}"));
        for (int sample = 0; sample < resamples.Count; sample++)
        {
            foreach (int row in resamples[sample])
            {
                bool fits = row >= 0 && row < dataRows;
                Require.That(fits, nameof(resamples), fits ? "" : FormattableString.Invariant(
                    $"must hold row numbers from 1 to {dataRows}; sample {sample + 1} held {row + 1}"));
            }
        }

        int[] places = [.. Enumerable.Repeat(-1, dataRows)];
        for (int place = 0; place < kept.Count; place++)
        {
            places[kept[place]] = place;
        }

        return places;
    }
}
