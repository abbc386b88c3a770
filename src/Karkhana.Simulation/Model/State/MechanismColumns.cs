namespace Karkhana.Simulation;

/// <summary>What each firm faces in a quarter (framework 5.5): one column per quantity, in logarithms where the model multiplies.</summary>
/// <remarks>
/// The columns that begin with <c>Start</c> come from exposures and the firm's own traits and change when exposures do; the
/// others are what holds in the quarter, after policies and events.
/// </remarks>
internal sealed class MechanismColumns
{
    private readonly double[][] _columns = new double[Enum.GetValues<Column>().Length][];

    public MechanismColumns(int capacity)
    {
        for (int column = 0; column < _columns.Length; column++)
        {
            _columns[column] = new double[capacity];
        }
    }

    private enum Column
    {
        StartLogCost, StartLogSlack, StartLogIncentive, StartLogEffectiveness, StartPooling, StartAbsorptiveCapacity, StartUptime,
        Copying, StaticIndex, SpilloverFactor, LeastCongestion,
        LogCost, Cost, LogSlack, Slack, LeastEffort, LogLeastEffort, Pooling, LogIncentive, LogEffectiveness,
        AbsorptiveCapacity, TrustShift, JoinShift, OutsideRate, InteractiveRate, PassiveRate, Mobility,
        FrontierFactor, FrontierShift, Congestion, Uptime, DemandFactor, OwnSlack,
    }

    /// <summary>Gets the slots that fit.</summary>
    public int Capacity => _columns[0].Length;

    /// <summary>Gets ln c from exposures.</summary>
    public double[] StartLogCost => _columns[(int)Column.StartLogCost];

    /// <summary>Gets ln S from exposures, without size.</summary>
    public double[] StartLogSlack => _columns[(int)Column.StartLogSlack];

    /// <summary>Gets ln ρ from exposures and h, before what copying takes.</summary>
    public double[] StartLogIncentive => _columns[(int)Column.StartLogIncentive];

    /// <summary>Gets ln θ from exposures, before absorptive capacity.</summary>
    public double[] StartLogEffectiveness => _columns[(int)Column.StartLogEffectiveness];

    /// <summary>Gets the share of the least effort that joint action shares by exposure.</summary>
    public double[] StartPooling => _columns[(int)Column.StartPooling];

    /// <summary>Gets γ of the firm before policies.</summary>
    public double[] StartAbsorptiveCapacity => _columns[(int)Column.StartAbsorptiveCapacity];

    /// <summary>Gets the share of time with power and access that the firm had at the start.</summary>
    public double[] StartUptime => _columns[(int)Column.StartUptime];

    /// <summary>Gets leak, the expected share of gains that is lost to copying.</summary>
    public double[] Copying => _columns[(int)Column.Copying];

    /// <summary>Gets the N-index from −1 to 1: lowers the unit cost of production by the factor exp(−η_N N).</summary>
    public double[] StaticIndex => _columns[(int)Column.StaticIndex];

    /// <summary>Gets by how much the S-index raises passive inflow: 1 + index.</summary>
    public double[] SpilloverFactor => _columns[(int)Column.SpilloverFactor];

    /// <summary>Gets the congestion at which a policy has taken away all that the exposure to DE01 adds to ln c; 0 without it, else below.</summary>
    public double[] LeastCongestion => _columns[(int)Column.LeastCongestion];

    /// <summary>Gets ln c.</summary>
    public double[] LogCost => _columns[(int)Column.LogCost];

    /// <summary>Gets c.</summary>
    public double[] Cost => _columns[(int)Column.Cost];

    /// <summary>Gets ln S.</summary>
    public double[] LogSlack => _columns[(int)Column.LogSlack];

    /// <summary>Gets S.</summary>
    public double[] Slack => _columns[(int)Column.Slack];

    /// <summary>Gets the part of S that is the firm's own: what is spent above it, policies pay.</summary>
    public double[] OwnSlack => _columns[(int)Column.OwnSlack];

    /// <summary>Gets e_min.</summary>
    public double[] LeastEffort => _columns[(int)Column.LeastEffort];

    /// <summary>Gets ln e_min.</summary>
    public double[] LogLeastEffort => _columns[(int)Column.LogLeastEffort];

    /// <summary>Gets the share of the least effort that is shared.</summary>
    public double[] Pooling => _columns[(int)Column.Pooling];

    /// <summary>Gets ln ρ, net of what copying takes.</summary>
    public double[] LogIncentive => _columns[(int)Column.LogIncentive];

    /// <summary>Gets ln θ.</summary>
    public double[] LogEffectiveness => _columns[(int)Column.LogEffectiveness];

    /// <summary>Gets γ.</summary>
    public double[] AbsorptiveCapacity => _columns[(int)Column.AbsorptiveCapacity];

    /// <summary>Gets what policies add to trust on the firm's ties.</summary>
    public double[] TrustShift => _columns[(int)Column.TrustShift];

    /// <summary>Gets what policies add to the probability of joining.</summary>
    public double[] JoinShift => _columns[(int)Column.JoinShift];

    /// <summary>Gets the rate of knowledge from outside; zero without a link or policy.</summary>
    public double[] OutsideRate => _columns[(int)Column.OutsideRate];

    /// <summary>Gets α.</summary>
    public double[] InteractiveRate => _columns[(int)Column.InteractiveRate];

    /// <summary>Gets s (κ0 + κ1 γ) × the spillover factor.</summary>
    public double[] PassiveRate => _columns[(int)Column.PassiveRate];

    /// <summary>Gets μ.</summary>
    public double[] Mobility => _columns[(int)Column.Mobility];

    /// <summary>Gets by what the frontier within reach is multiplied.</summary>
    public double[] FrontierFactor => _columns[(int)Column.FrontierFactor];

    /// <summary>Gets what is added to it.</summary>
    public double[] FrontierShift => _columns[(int)Column.FrontierShift];

    /// <summary>Gets congestion beyond what exposures hold: unit costs of production and effort are multiplied by 1 + congestion.</summary>
    public double[] Congestion => _columns[(int)Column.Congestion];

    /// <summary>Gets the share of time with power and access, relative to that of the start.</summary>
    public double[] Uptime => _columns[(int)Column.Uptime];

    /// <summary>Gets by what policies multiply the demand for what the firm makes.</summary>
    public double[] DemandFactor => _columns[(int)Column.DemandFactor];

    /// <summary>Sets ln c, and c unless it is known from the quarter before.</summary>
    /// <param name="slot">The firm.</param>
    /// <param name="logCost">ln c, at least −700.</param>
    public void SetLogCost(int slot, double logCost)
    {
        if (LogCost[slot] != logCost || Cost[slot] == 0) // 0: never set
        {
            (LogCost[slot], Cost[slot]) = (logCost, Math.Exp(logCost));
        }
    }

    /// <summary>Sets e_min, and ln e_min unless it is known from the quarter before.</summary>
    /// <param name="slot">The firm.</param>
    /// <param name="leastEffort">e_min, zero or greater.</param>
    public void SetLeastEffort(int slot, double leastEffort)
    {
        if (LeastEffort[slot] != leastEffort || LogLeastEffort[slot] == 0) // 0: never set, or of 1
        {
            (LeastEffort[slot], LogLeastEffort[slot]) = (leastEffort, Math.Log(leastEffort));
        }
    }

    /// <summary>Makes room for entrants.</summary>
    /// <param name="capacity">The slots that must fit.</param>
    public void EnsureCapacity(int capacity)
    {
        for (int column = 0; column < _columns.Length && _columns[column].Length < capacity; column++)
        {
            Array.Resize(ref _columns[column], capacity);
        }
    }

    /// <summary>Sets all columns of a slot to zero: a run that is used again may have had a firm there.</summary>
    /// <param name="slot">The slot.</param>
    public void Clear(int slot)
    {
        foreach (double[] column in _columns)
        {
            column[slot] = 0;
        }
    }

    /// <summary>Takes over all that another run holds.</summary>
    /// <param name="other">The other run's columns.</param>
    /// <param name="count">The slots in use.</param>
    public void CopyFrom(MechanismColumns other, int count)
    {
        EnsureCapacity(other.Capacity);
        for (int column = 0; column < _columns.Length; column++)
        {
            Array.Copy(other._columns[column], _columns[column], count);
        }
    }
}
