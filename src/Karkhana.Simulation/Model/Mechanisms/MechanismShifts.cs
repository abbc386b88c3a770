using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>How far policies move each mechanism of each firm in a quarter: sums of doses, on the logarithm and on the value.</summary>
internal sealed class MechanismShifts
{
    private static readonly int Targets = Enum.GetValues<DoseTarget>().Length;

    private long _moved; // a bit for each mechanism that a policy moves: most are asked for in vain
    private readonly double[]?[] _log = new double[]?[Targets];
    private readonly double[]?[] _level = new double[]?[Targets];

    /// <summary>Gives the sum of doses on the logarithm.</summary>
    /// <param name="target">The mechanism.</param>
    /// <param name="slot">The firm.</param>
    /// <returns>The sum; 0 if no policy moves it.</returns>
    public double Log(DoseTarget target, int slot) => At(_log, target, slot);

    /// <summary>Gives the sum of doses on the value.</summary>
    /// <param name="target">The mechanism.</param>
    /// <param name="slot">The firm.</param>
    /// <returns>The sum; 0 if no policy moves it.</returns>
    public double Level(DoseTarget target, int slot) => At(_level, target, slot);

    /// <summary>Moves a value: value × exp(Σ log) + Σ level; the same bits when no policy moves it.</summary>
    /// <param name="target">The mechanism.</param>
    /// <param name="slot">The firm.</param>
    /// <param name="value">The value without policies.</param>
    /// <returns>The value with them.</returns>
    public double Moved(DoseTarget target, int slot, double value)
    {
        if (Rests(target))
        {
            return value + 0.0; // as below: −0 becomes 0
        }

        double log = Log(target, slot);
        return (log == 0 ? value : value * Math.Exp(log)) + Level(target, slot);
    }

    /// <summary>Moves a logarithm by doses on the logarithm and on the value.</summary>
    /// <param name="target">The mechanism.</param>
    /// <param name="slot">The firm.</param>
    /// <param name="logarithm">The logarithm without policies.</param>
    /// <returns>The logarithm with them; −∞ if the value drops to zero.</returns>
    public double MovedLog(DoseTarget target, int slot, double logarithm)
    {
        if (Rests(target))
        {
            return logarithm;
        }

        double moved = logarithm + Log(target, slot);
        double level = Level(target, slot);
        return level == 0 ? moved : Math.Log(Math.Max(0, Math.Exp(moved) + level));
    }

    /// <summary>Sets all shifts to zero.</summary>
    public void Clear()
    {
        for (int target = 0; target < Targets && _moved != 0; target++)
        {
            Array.Clear(_log[target] ?? []);
            Array.Clear(_level[target] ?? []);
        }

        _moved = 0;
    }

    /// <summary>Adds to one firm's shift.</summary>
    /// <param name="dose">The full dose.</param>
    /// <param name="slot">The firm.</param>
    /// <param name="share">The share of it that the firm receives.</param>
    /// <param name="capacity">The slots that must fit.</param>
    public void Add(Dose dose, int slot, double share, int capacity)
    {
        ref double[]? column = ref (dose.Scale == DoseScale.Log ? _log : _level)[(int)dose.Target];
        column ??= new double[capacity];
        if (column.Length < capacity)
        {
            Array.Resize(ref column, capacity);
        }

        column[slot] += share * dose.Amount;
        _moved |= 1L << (int)dose.Target;
    }

    private bool Rests(DoseTarget target) => ((_moved >> (int)target) & 1) == 0;

    private double At(double[]?[] columns, DoseTarget target, int slot)
    {
        double[]? column = columns[(int)target];
        return Rests(target) || column is null || slot >= column.Length ? 0 : column[slot];
    }
}
