namespace Karkhana.Methods.Experiments;

/// <summary>What a node must know of the outcomes of its cases.</summary>
internal sealed class NodeTally(int slots)
{
    private readonly double[] _sums = new double[slots];

    public int Count { get; private set; }

    public double Squares { get; private set; }

    /// <summary>Gets Σ s_k², kept up to date.</summary>
    public double SquaredSums { get; private set; }

    /// <summary>Gets the sums of the slots.</summary>
    public ReadOnlySpan<double> Slots => _sums;

    /// <summary>Gets Q − Σs_k²/m: the impurity times the cases.</summary>
    public double Spread => Count == 0 ? 0 : Math.Max(0, Squares - (SquaredSums / Count));

    /// <summary>Gets the slot with the greatest sum, the first of equal ones.</summary>
    public int Greatest
    {
        get
        {
            int best = 0;
            for (int slot = 1; slot < _sums.Length; slot++)
            {
                best = _sums[slot] > _sums[best] ? slot : best;
            }

            return best;
        }
    }

    /// <summary>Adds a case, or takes one away with the sign −1.</summary>
    public void Add(TreeOutcome outcome, int row, int sign = 1)
    {
        double value = sign * outcome.Values[row];
        double before = _sums[outcome.Slots[row]];
        _sums[outcome.Slots[row]] = before + value;
        SquaredSums += ((2 * before) + value) * value;
        Squares += sign * outcome.Values[row] * outcome.Values[row];
        Count += sign;
    }

    /// <summary>Gives what a tree loses here without further splits: cases of other classes, or squared distances from the mean.</summary>
    public double Loss(bool numeric) => numeric ? Spread : Count - _sums[Greatest];
}
