namespace Karkhana.Methods.Econometrics;

/// <summary>The controls that are not used yet, in order of their score; gives the nearest and takes it away.</summary>
/// <remarks>Controls of one score are taken in the order of their rows. Of two scores at the same distance that of the first
/// row is taken. Empty scores are jumped over by links that are shortened on the way (disjoint sets), so that n matches
/// cost n log n.</remarks>
internal sealed class FreeControls
{
    private readonly double[] _scores;
    private readonly int[][] _rows;
    private readonly int[] _next;
    private readonly int[] _right;
    private readonly int[] _left;

    public FreeControls(double[] scores, int[] controls)
    {
        IGrouping<double, int>[] groups = [.. controls.GroupBy(row => scores[row]).OrderBy(group => group.Key)];
        _scores = [.. groups.Select(group => group.Key)];
        _rows = [.. groups.Select(group => group.Order().ToArray())];
        _next = new int[_rows.Length];
        _right = [.. Enumerable.Range(0, _rows.Length + 1)];
        _left = [.. Enumerable.Range(0, _rows.Length + 1)]; // place + 1, so that 0 stands for none
    }

    /// <summary>Takes the nearest control; −1 when none is free within the reach.</summary>
    public int Take(double score, double reach)
    {
        int place = Array.BinarySearch(_scores, score);
        int above = Find(_right, place >= 0 ? place : ~place);
        int below = Find(_left, place >= 0 ? place + 1 : ~place) - 1;
        double right = above < _rows.Length ? Math.Abs(_scores[above] - score) : double.PositiveInfinity;
        double left = below >= 0 ? Math.Abs(_scores[below] - score) : double.PositiveInfinity;
        bool takeLeft = left < right || (left == right && below >= 0 && First(below) < First(above));
        int group = takeLeft ? below : above;
        if (!(Math.Min(left, right) <= reach) || double.IsPositiveInfinity(Math.Min(left, right)))
        {
            return -1;
        }

        int taken = _rows[group][_next[group]++];
        if (_next[group] == _rows[group].Length)
        {
            _right[group] = group + 1;
            _left[group + 1] = group;
        }

        return taken;
    }

    private static int Find(int[] links, int place)
    {
        int end = place;
        while (links[end] != end)
        {
            end = links[end];
        }

        while (links[place] != end)
        {
            (links[place], place) = (end, links[place]);
        }

        return end;
    }

    private int First(int group) => _rows[group][_next[group]];
}
