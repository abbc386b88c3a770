namespace Karkhana.Methods.Econometrics;

/// <summary>Sums of hazards, and of covariates weighted by them, over a risk set and over the rows whose events are
/// tied.</summary>
internal sealed class RiskSums
{
    private readonly double[][] _columns;
    private readonly int _k;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _tiedFirst;
    private readonly double[] _tiedSecond;
    private double[] _hazards = [];
    private double[] _index = [];
    private double _shift;
    private double _total;
    private double _tiedTotal;
    private double _fraction;

    public RiskSums(double[][] columns)
    {
        _columns = columns;
        _k = columns.Length;
        (_first, _tiedFirst) = (new double[_k], new double[_k]);
        (_second, _tiedSecond) = (new double[_k * _k], new double[_k * _k]);
        Means = new double[_k];
    }

    /// <summary>Gets the weighted means of the covariates in the risk set of the event at hand.</summary>
    public double[] Means { get; }

    /// <summary>Gets the sum of hazards of that risk set, in units of e to the greatest index.</summary>
    public double Denominator { get; private set; }

    /// <summary>Gets the logarithm of the share of the row in that risk set.</summary>
    public double LogChance { get; private set; }

    /// <summary>Gets the share of the tied rows that is out of the risk set.</summary>
    public double Fraction => _fraction;

    public void SetIndex(double[] index)
    {
        _index = index;
        _shift = index.Max();
        _hazards = [.. index.Select(value => Math.Exp(value - _shift))];
    }

    /// <summary>Gives the hazard of a row in units of e to the greatest index.</summary>
    public double Hazard(int row) => _hazards[row];

    public void Clear()
    {
        _total = 0;
        Array.Clear(_first);
        Array.Clear(_second);
    }

    public void Enter(int row) => Add(row, 1, ref _total, _first, _second);

    public void Leave(int row) => Add(row, -1, ref _total, _first, _second);

    /// <summary>Sums over the rows whose events are tied.</summary>
    public void Tie(ArraySegment<int> rows)
    {
        _tiedTotal = 0;
        Array.Clear(_tiedFirst);
        Array.Clear(_tiedSecond);
        foreach (int row in rows)
        {
            Add(row, 1, ref _tiedTotal, _tiedFirst, _tiedSecond);
        }
    }

    /// <summary>Turns to the event of a row, with a fraction of the tied rows out of the risk set.</summary>
    public void Take(int row, double fraction)
    {
        _fraction = fraction;
        Denominator = _total - (fraction * _tiedTotal);
        LogChance = _index[row] - _shift - Math.Log(Denominator);
        for (int i = 0; i < _k; i++)
        {
            Means[i] = (_first[i] - (fraction * _tiedFirst[i])) / Denominator;
        }
    }

    /// <summary>Gives the weighted covariance of two covariates in the risk set of the event at hand.</summary>
    public double Covariance(int i, int j)
    {
        int place = (Math.Max(i, j) * _k) + Math.Min(i, j);
        return ((_second[place] - (_fraction * _tiedSecond[place])) / Denominator) - (Means[i] * Means[j]);
    }

    private void Add(int row, int sign, ref double total, double[] first, double[] second)
    {
        double hazard = sign * _hazards[row];
        total += hazard;
        for (int i = 0; i < _k; i++)
        {
            double part = hazard * _columns[i][row];
            first[i] += part;
            for (int j = 0; j <= i; j++)
            {
                second[(i * _k) + j] += part * _columns[j][row];
            }
        }
    }
}
