using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Random tables of holdings with the row and column sums of the observed one.</summary>
/// <remarks>
/// Two firms pool what only one of them holds and share it out anew, each getting back as much as it gave; ten trades
/// per firm from the observed table. Source: Strona et al. 2014, doi:10.1038/ncomms5114; Carstens 2015,
/// doi:10.1103/PhysRevE.91.042812, shows that all tables come up equally often.
/// </remarks>
internal sealed class FixedMarginsTable
{
    private const int TradesPerFirm = 10;

    private readonly HoldingsTable _observed;
    private readonly int[] _pool;
    private readonly int[] _common;
    private readonly bool[] _mark;

    public FixedMarginsTable(HoldingsTable observed)
    {
        _observed = observed;
        _pool = new int[2 * observed.Competences.Length];
        _common = new int[observed.Competences.Length];
        _mark = new bool[observed.Competences.Length];
        Held = [.. observed.Held.Select(own => own.ToArray())];
        Weights = [.. observed.Weights.Select(own => own.ToArray())];
    }

    /// <summary>Gets the competences of each firm in the last table that was drawn, ascending.</summary>
    public int[][] Held { get; }

    /// <summary>Gets the weights of the firm, in a random order of their own.</summary>
    public double[][] Weights { get; }

    /// <summary>Draws the table at an address.</summary>
    public void Draw(ulong seed, int replicate)
    {
        RandomStream stream = new(seed, RandomPurpose.ValuePermutation, replicate);
        for (int firm = 0; firm < Held.Length; firm++)
        {
            _observed.Held[firm].CopyTo(Held[firm], 0);
            _observed.Weights[firm].CopyTo(Weights[firm], 0);
            stream.Shuffle(Weights[firm].AsSpan());
        }

        for (int trade = Held.Length < 2 ? 0 : TradesPerFirm * Held.Length; trade > 0; trade--)
        {
            int first = stream.NextInt(Held.Length);
            int second = stream.NextInt(Held.Length - 1);
            Trade(Held[first], Held[second < first ? second : second + 1], stream);
        }

        // In order, so that equal tables give equal bits, and ties are ties.
        foreach (int[] own in Held)
        {
            Array.Sort(own);
        }
    }

    private void Trade(int[] first, int[] second, RandomStream stream)
    {
        foreach (int competence in second)
        {
            _mark[competence] = true;
        }

        (int pooled, int common) = (0, 0);
        foreach (int competence in first)
        {
            if (_mark[competence])
            {
                _common[common++] = competence;
                _mark[competence] = false;
            }
            else
            {
                _pool[pooled++] = competence;
            }
        }

        int given = pooled;
        foreach (int competence in second)
        {
            if (_mark[competence])
            {
                _pool[pooled++] = competence;
                _mark[competence] = false;
            }
        }

        Span<int> shared = _common.AsSpan(0, common);
        Span<int> free = _pool.AsSpan(0, pooled);
        stream.Shuffle(free);
        shared.CopyTo(first);
        free[..given].CopyTo(first.AsSpan(common));
        shared.CopyTo(second);
        free[given..].CopyTo(second.AsSpan(common));
    }
}
