namespace Karkhana.CollectiveEfficiency;

/// <summary>Counts who confirms whom.</summary>
internal sealed class Reporting
{
    private readonly bool[] _answered;
    private readonly double _confidence;
    private readonly int[] _given;
    private readonly int[] _givenConfirmed;
    private readonly int[] _received;
    private readonly int[] _receivedConfirmed;

    public Reporting(SortedDictionary<(int From, int To), ReportedTie> ties, bool[] answered, double confidence)
    {
        (_answered, _confidence) = (answered, confidence);
        int firms = answered.Length;
        (_given, _givenConfirmed) = (new int[firms], new int[firms]);
        (_received, _receivedConfirmed) = (new int[firms], new int[firms]);
        foreach (((int from, int to), ReportedTie tie) in ties)
        {
            Count(from, to, tie);
        }
    }

    public int Confirmed { get; private set; }

    public int GivenOnly { get; private set; }

    public int ReceivedOnly { get; private set; }

    public int Unchecked { get; private set; }

    public int Unattributed { get; private set; }

    /// <summary>Says whether both ends could report a tie, and at least one is known to.</summary>
    public bool IsChecked(int from, int to, ReportedTie tie) =>
        _answered[from] && _answered[to] && (tie.IsGiven || tie.IsReceived);

    /// <summary>Gives the share of the weight of both ends that speaks for a tie.</summary>
    public double Support(int from, int to, ReportedTie tie)
    {
        (double giver, double receiver) = (Reliability(from), Reliability(to));
        return ((tie.IsGiven ? giver : 0) + (tie.IsReceived ? receiver : 0)) / (giver + receiver);
    }

    /// <summary>Gives one entry per firm that answered.</summary>
    public IReadOnlyList<FirmReporting> ByFirm() =>
    [
        .. Enumerable.Range(0, _answered.Length).Where(firm => _answered[firm]).Select(firm => new FirmReporting(
            firm,
            CountedShare.Of(_givenConfirmed[firm], _given[firm], _confidence),
            CountedShare.Of(_receivedConfirmed[firm], _received[firm], _confidence),
            Reliability(firm))),
    ];

    private double Reliability(int firm) =>
        (_givenConfirmed[firm] + _receivedConfirmed[firm] + 1.0) / (_given[firm] + _received[firm] + 2.0);

    private void Count(int from, int to, ReportedTie tie)
    {
        if (!tie.IsGiven && !tie.IsReceived)
        {
            Unattributed += tie.Unattributed > 0 ? 1 : 0;
            return;
        }

        if (!IsChecked(from, to, tie))
        {
            Unchecked++;
            return;
        }

        int confirmed = tie.IsGiven && tie.IsReceived ? 1 : 0;
        Confirmed += confirmed;
        if (tie.IsGiven)
        {
            GivenOnly += 1 - confirmed;
            _given[from]++;
            _givenConfirmed[from] += confirmed;
        }

        if (tie.IsReceived)
        {
            ReceivedOnly += 1 - confirmed;
            _received[to]++;
            _receivedConfirmed[to] += confirmed;
        }
    }
}
