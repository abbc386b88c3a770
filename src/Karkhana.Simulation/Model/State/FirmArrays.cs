using Karkhana.Core.Exchange;

namespace Karkhana.Simulation;

/// <summary>The memory of <see cref="FirmColumns"/>: arrays that grow and are copied together.</summary>
internal sealed class FirmArrays
{
    private readonly double[][] _real;
    private readonly int[][] _whole;
    private readonly bool[][] _flags;
    private readonly int _narrow;
    private readonly int _stride;
    private FirmStage[] _stage;
    private LearningRegime[] _regime;

    /// <summary>Makes the arrays.</summary>
    /// <param name="capacity">The slots that fit.</param>
    /// <param name="columns">Columns with a number per firm, with several numbers per firm, of whole numbers, of flags.</param>
    /// <param name="stride">The numbers per firm of those with several.</param>
    public FirmArrays(int capacity, (int Narrow, int Wide, int Whole, int Flags) columns, int stride)
    {
        (_narrow, _stride) = (columns.Narrow, stride);
        _real = [.. Enumerable.Range(0, columns.Narrow + columns.Wide).Select(column => new double[capacity * WidthOf(column)])];
        _whole = [.. Enumerable.Range(0, columns.Whole).Select(_ => new int[capacity])];
        _flags = [.. Enumerable.Range(0, columns.Flags).Select(_ => new bool[capacity])];
        (_stage, _regime) = (new FirmStage[capacity], new LearningRegime[capacity]);
    }

    /// <summary>Gets the columns of numbers.</summary>
    public double[][] Real => _real;

    /// <summary>Gets the columns of whole numbers.</summary>
    public int[][] Whole => _whole;

    /// <summary>Gets the columns of flags.</summary>
    public bool[][] Flags => _flags;

    public FirmStage[] Stage => _stage;

    public LearningRegime[] Regime => _regime;

    /// <summary>Gets the slots that fit.</summary>
    public int Capacity => _stage.Length;

    /// <summary>Makes room for more slots.</summary>
    /// <param name="capacity">The slots that fit then.</param>
    public void Grow(int capacity)
    {
        for (int column = 0; column < _real.Length; column++)
        {
            Array.Resize(ref _real[column], capacity * WidthOf(column));
        }

        for (int column = 0; column < _whole.Length; column++)
        {
            Array.Resize(ref _whole[column], capacity);
        }

        for (int column = 0; column < _flags.Length; column++)
        {
            Array.Resize(ref _flags[column], capacity);
        }

        Array.Resize(ref _stage, capacity);
        Array.Resize(ref _regime, capacity);
    }

    /// <summary>Sets all columns of a slot to zero: a run that is used again may have had a firm there.</summary>
    /// <param name="slot">The slot.</param>
    public void Clear(int slot)
    {
        for (int column = 0; column < _real.Length; column++)
        {
            int width = WidthOf(column);
            Array.Clear(_real[column], slot * width, width);
        }

        foreach (int[] column in _whole)
        {
            column[slot] = 0;
        }

        foreach (bool[] column in _flags)
        {
            column[slot] = false;
        }

        (_stage[slot], _regime[slot]) = (FirmStage.Assembler, LearningRegime.Interior);
    }

    /// <summary>Takes over what other arrays hold.</summary>
    /// <param name="other">Arrays of as many columns.</param>
    /// <param name="count">The slots in use.</param>
    public void CopyFrom(FirmArrays other, int count)
    {
        if (Capacity != other.Capacity)
        {
            Grow(other.Capacity);
        }

        for (int column = 0; column < _real.Length; column++)
        {
            Array.Copy(other._real[column], _real[column], count * WidthOf(column));
        }

        for (int column = 0; column < _whole.Length; column++)
        {
            Array.Copy(other._whole[column], _whole[column], count);
        }

        for (int column = 0; column < _flags.Length; column++)
        {
            Array.Copy(other._flags[column], _flags[column], count);
        }

        Array.Copy(other._stage, _stage, count);
        Array.Copy(other._regime, _regime, count);
    }

    /// <summary>Exchanges two columns of numbers.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other, as wide.</param>
    public void Swap(int left, int right) => (_real[left], _real[right]) = (_real[right], _real[left]);

    private int WidthOf(int column) => column >= _narrow ? _stride : 1;
}
