using Karkhana.Core.Exchange;

namespace Karkhana.Simulation;

/// <summary>The firms of a run, a column per variable (struct of arrays); a slot stays empty after its firm has left.</summary>
/// <remarks>
/// Slots are in the order of agent numbers at the start, and entrants follow: nothing depends on the order of the rows that
/// were given. Columns that a quarter changes exist twice: phases read <c>Workers</c> and write <c>WorkersNext</c>, and
/// <see cref="Commit"/> swaps them at the end of the quarter. Flows of a quarter (price, revenue, profit …) hold the last
/// quarter's until their phase writes them.
/// </remarks>
internal sealed class FirmColumns
{
    private readonly double[][] _real = new double[Enum.GetValues<Real>().Length][];
    private readonly int[][] _whole = new int[Enum.GetValues<Whole>().Length][];
    private bool[] _alive;
    private bool[] _clustered;
    private bool[] _associationMember;
    private FirmStage[] _stage;
    private LearningRegime[] _regime;

    public FirmColumns(int capacity, int functions)
    {
        Functions = functions;
        Stride = functions <= 1 ? 1 : (functions + 3) / 4 * 4; // whole vectors of four; one function needs none
        for (int column = 0; column < _real.Length; column++)
        {
            _real[column] = new double[capacity * WidthOf((Real)column)];
        }

        for (int column = 0; column < _whole.Length; column++)
        {
            _whole[column] = new int[capacity];
        }

        _alive = new bool[capacity];
        _clustered = new bool[capacity];
        _associationMember = new bool[capacity];
        _stage = new FirmStage[capacity];
        _regime = new LearningRegime[capacity];
    }

    private enum Real
    {
        X, Y, Education, IncentiveDeviation, Workers, WorkersNext, Cash, CashNext, Margin, MarginNext,
        Average, Effort, EffortPower, EffortCost, PassiveGain, GroupBenefit, GroupContribution, GroupPooling,
        Price, UnitCost, Quality, MarketShare, Revenue, ProductionCost, Withdrawal, Profit, Profitability, Subsidy,
        Capability, CapabilityNext, Inflow,
    }

    private enum Whole
    {
        Agent, Place, Product, Age, LossQuarters, GroupEnd, EnteredAt, ExposureSource,
    }

    /// <summary>Gets the number of capability functions F.</summary>
    public int Functions { get; }

    /// <summary>Gets how far apart two firms' capabilities lie: F, or the next multiple of four.</summary>
    public int Stride { get; }

    /// <summary>Gets the slots in use, empty ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the firms that are alive.</summary>
    public int AliveCount { get; private set; }

    /// <summary>Gets how often firms came or left: tells whether who lies near whom has changed.</summary>
    public int Turnover { get; private set; }

    /// <summary>Gets the slots that fit before the columns grow.</summary>
    public int Capacity => _alive.Length;

    /// <summary>Gets the number that addresses the firm's draws.</summary>
    public int[] Agent => _whole[(int)Whole.Agent];

    public int[] Place => _whole[(int)Whole.Place];

    public int[] Product => _whole[(int)Whole.Product];

    /// <summary>Gets quarters since the firm began.</summary>
    public int[] Age => _whole[(int)Whole.Age];

    /// <summary>Gets quarters without cash in a row.</summary>
    public int[] LossQuarters => _whole[(int)Whole.LossQuarters];

    /// <summary>Gets the step in which the firm's share in a joint action ends.</summary>
    public int[] GroupEnd => _whole[(int)Whole.GroupEnd];

    /// <summary>Gets the step in which the firm entered; −1 for those of the start.</summary>
    public int[] EnteredAt => _whole[(int)Whole.EnteredAt];

    /// <summary>Gets the slot of the firm of the start whose exposures the firm began with: itself, or for an entrant the one
    /// that it resembles.</summary>
    public int[] ExposureSource => _whole[(int)Whole.ExposureSource];

    public double[] X => _real[(int)Real.X];

    public double[] Y => _real[(int)Real.Y];

    public double[] Education => _real[(int)Real.Education];

    /// <summary>Gets h: how far ln ρ of the firm lies from that of firms like it.</summary>
    public double[] IncentiveDeviation => _real[(int)Real.IncentiveDeviation];

    public double[] Workers => _real[(int)Real.Workers];

    public double[] WorkersNext => _real[(int)Real.WorkersNext];

    public double[] Cash => _real[(int)Real.Cash];

    public double[] CashNext => _real[(int)Real.CashNext];

    public double[] Margin => _real[(int)Real.Margin];

    public double[] MarginNext => _real[(int)Real.MarginNext];

    /// <summary>Gets the mean over functions of K(t), from phase 6 on.</summary>
    public double[] Average => _real[(int)Real.Average];

    /// <summary>Gets e of this quarter.</summary>
    public double[] Effort => _real[(int)Real.Effort];

    /// <summary>Gets θ e^β of this quarter: the share of each gap that own effort closes.</summary>
    public double[] EffortPower => _real[(int)Real.EffortPower];

    /// <summary>Gets c e of this quarter.</summary>
    public double[] EffortCost => _real[(int)Real.EffortCost];

    /// <summary>Gets the mean over functions of what drifted to the firm from its neighbours this quarter.</summary>
    public double[] PassiveGain => _real[(int)Real.PassiveGain];

    /// <summary>Gets what joint action brought this quarter, in the numéraire: part of revenue in the cash identity.</summary>
    public double[] GroupBenefit => _real[(int)Real.GroupBenefit];

    /// <summary>Gets what the firm paid to joint action this quarter: part of costs in the cash identity.</summary>
    public double[] GroupContribution => _real[(int)Real.GroupContribution];

    /// <summary>Gets the share of the least effort that a running joint action shares.</summary>
    public double[] GroupPooling => _real[(int)Real.GroupPooling];

    public double[] Price => _real[(int)Real.Price];

    /// <summary>Gets ω, what a unit costs the firm to make at full use.</summary>
    public double[] UnitCost => _real[(int)Real.UnitCost];

    public double[] Quality => _real[(int)Real.Quality];

    public double[] MarketShare => _real[(int)Real.MarketShare];

    public double[] Revenue => _real[(int)Real.Revenue];

    public double[] ProductionCost => _real[(int)Real.ProductionCost];

    /// <summary>Gets what the owner took out of the firm this quarter: part of costs in the cash identity.</summary>
    public double[] Withdrawal => _real[(int)Real.Withdrawal];

    /// <summary>Gets what stayed in the firm of its profit: the last quarter's until accounts are closed.</summary>
    public double[] Profit => _real[(int)Real.Profit];

    /// <summary>Gets that over what the quarter cost.</summary>
    public double[] Profitability => _real[(int)Real.Profitability];

    /// <summary>Gets the part of this quarter's effort that policies paid.</summary>
    public double[] Subsidy => _real[(int)Real.Subsidy];

    /// <summary>Gets K(t): position slot × stride + function.</summary>
    public double[] Capability => _real[(int)Real.Capability];

    /// <summary>Gets K(t+1).</summary>
    public double[] CapabilityNext => _real[(int)Real.CapabilityNext];

    /// <summary>Gets what others bring to K(t+1): interactive, passive, mobile and outside, losses included.</summary>
    public double[] Inflow => _real[(int)Real.Inflow];

    public bool[] Alive => _alive;

    public bool[] Clustered => _clustered;

    public bool[] AssociationMember => _associationMember;

    public FirmStage[] Stage => _stage;

    public LearningRegime[] Regime => _regime;

    /// <summary>Adds a firm that is alive; the caller fills its columns (those of t+1 too when the quarter has begun).</summary>
    /// <returns>Its slot.</returns>
    public int Add()
    {
        if (Count == Capacity)
        {
            Grow(Math.Max(8, Capacity * 3 / 2));
        }

        for (int column = 0; column < _real.Length; column++)
        {
            int width = WidthOf((Real)column);
            Array.Clear(_real[column], Count * width, width); // a run that is used again may have had a firm here
        }

        for (int column = 0; column < _whole.Length; column++)
        {
            _whole[column][Count] = 0;
        }

        (_clustered[Count], _associationMember[Count]) = (false, false);
        (_stage[Count], _regime[Count]) = (FirmStage.Assembler, LearningRegime.Interior);
        _alive[Count] = true;
        (EnteredAt[Count], ExposureSource[Count]) = (-1, Count);
        AliveCount++;
        Turnover++;
        return Count++;
    }

    /// <summary>Empties a slot; its capability drops to zero, so that nobody learns from it.</summary>
    /// <param name="slot">The slot of a firm that is alive.</param>
    public void Remove(int slot)
    {
        _alive[slot] = false;
        AliveCount--;
        Turnover++;
        Array.Clear(Capability, slot * Stride, Stride);
        Array.Clear(CapabilityNext, slot * Stride, Stride);
        (Workers[slot], WorkersNext[slot], Effort[slot], EffortPower[slot], EffortCost[slot]) = (0, 0, 0, 0, 0);
    }

    /// <summary>Gives K̄, the mean over functions at t.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>The mean.</returns>
    public double MeanCapability(int slot) => MeanOf(Capability, slot);

    /// <summary>Gives the mean over functions of a column that has one number per function.</summary>
    /// <param name="column">The column.</param>
    /// <param name="slot">The slot.</param>
    /// <returns>The mean.</returns>
    public double MeanOf(double[] column, int slot)
    {
        double sum = 0;
        for (int position = slot * Stride; position < (slot * Stride) + Functions; position++)
        {
            sum += column[position];
        }

        return sum / Functions;
    }

    /// <summary>Gives the kilometres between two firms.</summary>
    /// <param name="one">A slot.</param>
    /// <param name="other">Another slot.</param>
    /// <returns>The distance.</returns>
    public double DistanceBetween(int one, int other)
    {
        (double dx, double dy) = (X[one] - X[other], Y[one] - Y[other]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    /// <summary>Makes t+1 the present. In minimal mode only capability changes.</summary>
    /// <param name="minimal">Whether only capability changed.</param>
    public void Commit(bool minimal)
    {
        Swap(Real.Capability, Real.CapabilityNext);
        if (!minimal)
        {
            Swap(Real.Workers, Real.WorkersNext);
            Swap(Real.Cash, Real.CashNext);
            Swap(Real.Margin, Real.MarginNext);
        }
    }

    /// <summary>Takes over all that another run of the same start holds.</summary>
    /// <param name="other">The other run's firms.</param>
    public void CopyFrom(FirmColumns other)
    {
        if (Capacity != other.Capacity)
        {
            Grow(other.Capacity);
        }

        (Count, AliveCount, Turnover) = (other.Count, other.AliveCount, other.Turnover);
        for (int column = 0; column < _real.Length; column++)
        {
            Array.Copy(other._real[column], _real[column], Count * WidthOf((Real)column));
        }

        for (int column = 0; column < _whole.Length; column++)
        {
            Array.Copy(other._whole[column], _whole[column], Count);
        }

        Array.Copy(other._alive, _alive, Count);
        Array.Copy(other._clustered, _clustered, Count);
        Array.Copy(other._associationMember, _associationMember, Count);
        Array.Copy(other._stage, _stage, Count);
        Array.Copy(other._regime, _regime, Count);
    }

    private int WidthOf(Real column) => column >= Real.Capability ? Stride : 1;

    private void Swap(Real left, Real right) =>
        (_real[(int)left], _real[(int)right]) = (_real[(int)right], _real[(int)left]);

    private void Grow(int capacity)
    {
        for (int column = 0; column < _real.Length; column++)
        {
            Array.Resize(ref _real[column], capacity * WidthOf((Real)column));
        }

        for (int column = 0; column < _whole.Length; column++)
        {
            Array.Resize(ref _whole[column], capacity);
        }

        Array.Resize(ref _alive, capacity);
        Array.Resize(ref _clustered, capacity);
        Array.Resize(ref _associationMember, capacity);
        Array.Resize(ref _stage, capacity);
        Array.Resize(ref _regime, capacity);
    }
}
