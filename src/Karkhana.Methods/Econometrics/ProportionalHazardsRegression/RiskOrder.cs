namespace Karkhana.Methods.Econometrics;

/// <summary>The rows of a survival regression in the order in which risk sets are built: by stratum, then from the last time to
/// the first.</summary>
internal sealed class RiskOrder
{
    private readonly int[] _byEntry;
    private readonly double[]? _entries;
    private readonly double[] _times;
    private readonly int[] _strata;
    private readonly double[] _events;

    public RiskOrder(SurvivalDesign survival)
    {
        (_times, _events, _entries, _strata) = (survival.Design.Outcome, survival.Events, survival.Entries, survival.Strata);
        ByTime = Ordered(_times);
        _byEntry = _entries is null ? [] : Ordered(_entries);
    }

    public int[] ByTime { get; }

    /// <summary>Walks through the event times of all strata, latest first: <paramref name="enter"/> is called as a row joins the
    /// risk set, <paramref name="leave"/> as it falls out because it entered only then, <paramref name="events"/> once per event
    /// time with the rows to which the event came, and <paramref name="clear"/> before each stratum.</summary>
    public void Walk(Action clear, Action<int> enter, Action<int> leave, Action<ArraySegment<int>> events)
    {
        (int next, int gone) = (0, 0);
        int[] dying = new int[ByTime.Length];
        while (next < ByTime.Length)
        {
            int first = ByTime[next];
            if (next == 0 || _strata[first] != _strata[ByTime[next - 1]])
            {
                clear();
                gone = Skip(gone, _strata[first]);
            }

            int count = 0;
            for (; next < ByTime.Length && IsTied(ByTime[next], first); next++)
            {
                enter(ByTime[next]);
                if (_events[ByTime[next]] == 1)
                {
                    dying[count++] = ByTime[next];
                }
            }

            for (; gone < _byEntry.Length && IsLater(_byEntry[gone], first); gone++)
            {
                leave(_byEntry[gone]);
            }

            if (count > 0)
            {
                events(new ArraySegment<int>(dying, 0, count));
            }
        }
    }

    private bool IsTied(int row, int other) => _strata[row] == _strata[other] && _times[row] == _times[other];

    // Whether a row of the same stratum entered only at the time of the other or after it.
    private bool IsLater(int row, int other) => _strata[row] == _strata[other] && _entries![row] >= _times[other];

    // Rows of strata that are done, whose entries came before their first event.
    private int Skip(int gone, int stratum)
    {
        while (gone < _byEntry.Length && _strata[_byEntry[gone]] < stratum)
        {
            gone++;
        }

        return gone;
    }

    private int[] Ordered(double[] keys) =>
        [.. Enumerable.Range(0, keys.Length).OrderBy(row => _strata[row]).ThenByDescending(row => keys[row])];
}
