namespace Karkhana.Agglomeration;

/// <summary>The order in which the members of a set are joined to groups.</summary>
/// <remarks>
/// Lance–Williams updates with the nearest neighbour of each group kept; equal distances go to the lower positions, so
/// that the result is one and the same every time. Cost: about the square of the number of members.
/// Source: Lance and Williams 1967, doi:10.1093/comjnl/9.4.373; Ward 1963, doi:10.1080/01621459.1963.10500845.
/// </remarks>
internal sealed class Dendrogram
{
    private readonly int _count;
    private readonly double[] _distances;
    private readonly GroupLinkage _linkage;
    private readonly int[] _sizes;
    private readonly int[] _nearest;
    private readonly List<(int Kept, int Joined)> _joins = [];

    private Dendrogram(double[] distances, int count, GroupLinkage linkage)
    {
        (_count, _distances, _linkage) = (count, distances, linkage);
        _sizes = new int[count];
        Array.Fill(_sizes, 1);
        _nearest = new int[count];
    }

    /// <summary>Joins the members; Ward's linkage takes the squares of the distances.</summary>
    public static Dendrogram Of(
        double[] distances, int count, GroupLinkage linkage, CancellationToken cancellationToken)
    {
        Dendrogram tree = new(
            linkage == GroupLinkage.Ward ? Array.ConvertAll(distances, distance => distance * distance) : [.. distances],
            count,
            linkage);
        for (int i = 0; i < count; i++)
        {
            tree.FindNearest(i);
        }

        for (int step = 1; step < count; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tree.JoinClosest();
        }

        return tree;
    }

    /// <summary>Gives the group of each member, from 0, in the order of their first members.</summary>
    public int[] Cut(int groups)
    {
        int[] root = [.. Enumerable.Range(0, _count)];
        foreach ((int kept, int joined) in _joins.Take(_count - groups))
        {
            for (int i = 0; i < _count; i++)
            {
                root[i] = root[i] == joined ? kept : root[i];
            }
        }

        int[] numbers = new int[_count]; // a root is the first member of its group
        int next = 0;
        for (int i = 0; i < _count; i++)
        {
            numbers[i] = root[i] == i ? next++ : numbers[root[i]];
        }

        return numbers;
    }

    private void JoinClosest()
    {
        int first = -1;
        for (int i = 0; i < _count; i++)
        {
            if (_sizes[i] > 0 && (first < 0 || Distance(i, _nearest[i]) < Distance(first, _nearest[first])))
            {
                first = i;
            }
        }

        (int kept, int joined) = (Math.Min(first, _nearest[first]), Math.Max(first, _nearest[first]));
        for (int k = 0; k < _count; k++)
        {
            if (_sizes[k] > 0 && k != kept && k != joined)
            {
                double updated = Updated(k, kept, joined);
                _distances[(k * _count) + kept] = _distances[(kept * _count) + k] = updated;
            }
        }

        _sizes[kept] += _sizes[joined];
        _sizes[joined] = 0;
        _joins.Add((kept, joined));
        Refresh(kept, joined);
    }

    private double Updated(int k, int i, int j)
    {
        double di = Distance(k, i);
        double dj = Distance(k, j);
        double ni = _sizes[i];
        double nj = _sizes[j];
        double nk = _sizes[k];
        return _linkage == GroupLinkage.Ward
            ? (((nk + ni) * di) + ((nk + nj) * dj) - (nk * Distance(i, j))) / (nk + ni + nj)
            : ((ni * di) + (nj * dj)) / (ni + nj);
    }

    private void Refresh(int kept, int joined)
    {
        FindNearest(kept);
        for (int k = 0; k < _count; k++)
        {
            if (_sizes[k] == 0 || k == kept)
            {
                continue;
            }

            if (_nearest[k] == kept || _nearest[k] == joined)
            {
                FindNearest(k);
            }
            else if (Distance(k, kept) < Distance(k, _nearest[k])
                || (Distance(k, kept) == Distance(k, _nearest[k]) && kept < _nearest[k]))
            {
                _nearest[k] = kept;
            }
        }
    }

    private void FindNearest(int i)
    {
        int nearest = i;
        for (int j = 0; j < _count; j++)
        {
            if (j != i && _sizes[j] > 0 && (nearest == i || Distance(i, j) < Distance(i, nearest)))
            {
                nearest = j;
            }
        }

        _nearest[i] = nearest;
    }

    private double Distance(int i, int j) => _distances[(i * _count) + j];
}
