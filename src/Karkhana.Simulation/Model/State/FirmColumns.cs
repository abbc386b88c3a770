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
    private readonly FirmArrays _arrays;

    public FirmColumns(int capacity, int functions)
    {
        Functions = functions;
        Stride = functions <= 1 ? 1 : (functions + 3) / 4 * 4; // whole vectors of four; one function needs none
        int columns = Enum.GetValues<Real>().Length;
        _arrays = new FirmArrays(
            capacity,
            ((int)Real.Capability, columns - (int)Real.Capability, Enum.GetValues<Whole>().Length, Enum.GetValues<Flag>().Length), Stride);
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

    private enum Flag
    {
        Alive, Clustered, AssociationMember,
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
    public int Capacity => _arrays.Capacity;

    /// <summary>Gets the number that addresses the firm's draws.</summary>
    public int[] Agent => _arrays.Whole[(int)Whole.Agent];

    public int[] Place => _arrays.Whole[(int)Whole.Place];

    public int[] Product => _arrays.Whole[(int)Whole.Product];

    /// <summary>Gets quarters since the firm began.</summary>
    public int[] Age => _arrays.Whole[(int)Whole.Age];

    /// <summary>Gets quarters without cash in a row.</summary>
    public int[] LossQuarters => _arrays.Whole[(int)Whole.LossQuarters];

    /// <summary>Gets the step in which the firm's share in a joint action ends.</summary>
    public int[] GroupEnd => _arrays.Whole[(int)Whole.GroupEnd];

    /// <summary>Gets the step in which the firm entered; −1 for those of the start.</summary>
    public int[] EnteredAt => _arrays.Whole[(int)Whole.EnteredAt];

    /// <summary>Gets the slot of the firm of the start whose exposures the firm began with: itself, or for an entrant the one
    /// that it resembles.</summary>
    public int[] ExposureSource => _arrays.Whole[(int)Whole.ExposureSource];

    public double[] X => _arrays.Real[(int)Real.X];

    public double[] Y => _arrays.Real[(int)Real.Y];

    public double[] Education => _arrays.Real[(int)Real.Education];

    /// <summary>Gets h: how far ln ρ of the firm lies from that of firms like it.</summary>
    public double[] IncentiveDeviation => _arrays.Real[(int)Real.IncentiveDeviation];

    public double[] Workers => _arrays.Real[(int)Real.Workers];

    public double[] WorkersNext => _arrays.Real[(int)Real.WorkersNext];

    public double[] Cash => _arrays.Real[(int)Real.Cash];

    public double[] CashNext => _arrays.Real[(int)Real.CashNext];

    public double[] Margin => _arrays.Real[(int)Real.Margin];

    public double[] MarginNext => _arrays.Real[(int)Real.MarginNext];

    /// <summary>Gets the mean over functions of K(t), from phase 6 on.</summary>
    public double[] Average => _arrays.Real[(int)Real.Average];

    /// <summary>Gets e of this quarter.</summary>
    public double[] Effort => _arrays.Real[(int)Real.Effort];

    /// <summary>Gets θ e^β of this quarter: the share of each gap that own effort closes.</summary>
    public double[] EffortPower => _arrays.Real[(int)Real.EffortPower];

    /// <summary>Gets c e of this quarter.</summary>
    public double[] EffortCost => _arrays.Real[(int)Real.EffortCost];

    /// <summary>Gets the mean over functions of what drifted to the firm from its neighbours this quarter.</summary>
    public double[] PassiveGain => _arrays.Real[(int)Real.PassiveGain];

    /// <summary>Gets what joint action brought this quarter, in the numéraire: part of revenue in the cash identity.</summary>
    public double[] GroupBenefit => _arrays.Real[(int)Real.GroupBenefit];

    /// <summary>Gets what the firm paid to joint action this quarter: part of costs in the cash identity.</summary>
    public double[] GroupContribution => _arrays.Real[(int)Real.GroupContribution];

    /// <summary>Gets the share of the least effort that a running joint action shares.</summary>
    public double[] GroupPooling => _arrays.Real[(int)Real.GroupPooling];

    public double[] Price => _arrays.Real[(int)Real.Price];

    /// <summary>Gets ω, what a unit costs the firm to make at full use.</summary>
    public double[] UnitCost => _arrays.Real[(int)Real.UnitCost];

    public double[] Quality => _arrays.Real[(int)Real.Quality];

    public double[] MarketShare => _arrays.Real[(int)Real.MarketShare];

    public double[] Revenue => _arrays.Real[(int)Real.Revenue];

    public double[] ProductionCost => _arrays.Real[(int)Real.ProductionCost];

    /// <summary>Gets what the owner took out of the firm this quarter: part of costs in the cash identity.</summary>
    public double[] Withdrawal => _arrays.Real[(int)Real.Withdrawal];

    /// <summary>Gets what stayed in the firm of its profit: the last quarter's until accounts are closed.</summary>
    public double[] Profit => _arrays.Real[(int)Real.Profit];

    /// <summary>Gets that over what the quarter cost.</summary>
    public double[] Profitability => _arrays.Real[(int)Real.Profitability];

    /// <summary>Gets the part of this quarter's effort that policies paid.</summary>
    public double[] Subsidy => _arrays.Real[(int)Real.Subsidy];

    /// <summary>Gets K(t): position slot × stride + function.</summary>
    public double[] Capability => _arrays.Real[(int)Real.Capability];

    /// <summary>Gets K(t+1).</summary>
    public double[] CapabilityNext => _arrays.Real[(int)Real.CapabilityNext];

    /// <summary>Gets what others bring to K(t+1): interactive, passive, mobile and outside, losses included.</summary>
    public double[] Inflow => _arrays.Real[(int)Real.Inflow];

    public bool[] Alive => _arrays.Flags[(int)Flag.Alive];

    public bool[] Clustered => _arrays.Flags[(int)Flag.Clustered];

    public bool[] AssociationMember => _arrays.Flags[(int)Flag.AssociationMember];

    public FirmStage[] Stage => _arrays.Stage;

    public LearningRegime[] Regime => _arrays.Regime;

    /// <summary>Adds a firm that is alive; the caller fills its columns (those of t+1 too when the quarter has begun).</summary>
    /// <returns>Its slot.</returns>
    public int Add()
    {
        if (Count == Capacity)
        {
            _arrays.Grow(Math.Max(8, Capacity * 3 / 2));
        }

        _arrays.Clear(Count);
        Alive[Count] = true;
        (EnteredAt[Count], ExposureSource[Count]) = (-1, Count);
        AliveCount++;
        Turnover++;
        return Count++;
    }

    /// <summary>Empties a slot; its capability drops to zero, so that nobody learns from it.</summary>
    /// <param name="slot">The slot of a firm that is alive.</param>
    public void Remove(int slot)
    {
        Alive[slot] = false;
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
        (Count, AliveCount, Turnover) = (other.Count, other.AliveCount, other.Turnover);
        _arrays.CopyFrom(other._arrays, Count);
    }

    private void Swap(Real left, Real right) => _arrays.Swap((int)left, (int)right);
}
