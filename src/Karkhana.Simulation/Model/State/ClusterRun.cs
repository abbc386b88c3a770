using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>The whole state of one run; what is copied is what a snapshot holds.</summary>
internal sealed class ClusterRun
{
    private NeighbourRows? _own; // rows that no other run reads; between two changes they may wait while those of the start serve

    public ClusterRun(ClusterStart start, SimulationOptions options)
    {
        Start = start;
        Options = options;
        Parameters = new ClusterParameters();
        Firms = new FirmColumns(start.Firms.Capacity, start.Functions);
        Ties = new TieColumns();
        Mechanisms = new MechanismColumns(start.Firms.Capacity);
        World = ClusterWorld.Of(start.Products, start.Functions);
    }

    /// <summary>Gets what all runs of the population share.</summary>
    public ClusterStart Start { get; }

    /// <summary>Gets how the model runs.</summary>
    public SimulationOptions Options { get; }

    /// <summary>Gets or sets the parameters; a scenario may change them when the burn-in is over.</summary>
    public ClusterParameters Parameters { get; set; }

    /// <summary>Gets the source of all random numbers.</summary>
    public AddressedDraw Draw { get; private set; }

    /// <summary>Gets the replicate.</summary>
    public int Replicate { get; private set; }

    /// <summary>Gets the quarters since the beginning of the burn-in: the step of draws.</summary>
    public int Step { get; private set; }

    /// <summary>Gets the quarter of policies and events: 0 is the first after the burn-in, before it negative.</summary>
    public int Quarter => Step - Options.BurnIn;

    /// <summary>Gets the firms.</summary>
    public FirmColumns Firms { get; }

    /// <summary>Gets the ties.</summary>
    public TieColumns Ties { get; }

    /// <summary>Gets what each firm faces.</summary>
    public MechanismColumns Mechanisms { get; }

    /// <summary>Gets what lies outside the firms.</summary>
    public ClusterWorld World { get; }

    /// <summary>Gets who lies near whom; brought up to date when exposures are.</summary>
    public NeighbourRows Neighbours { get; private set; } = new();

    /// <summary>Gets where capability is laid out for those who read much of it.</summary>
    public CapabilityLines CapabilityLines { get; } = new();

    /// <summary>Gets or sets <see cref="FirmColumns.Turnover"/> when neighbours were looked up.</summary>
    public int NeighboursTurnover { get; set; }

    /// <summary>Gets or sets a value indicating whether firms moved, or reach and decay changed, since neighbours were looked up.</summary>
    public bool NeighboursChanged { get; set; }

    /// <summary>Gets or sets a value indicating whether something changed that mechanisms are made from.</summary>
    public bool MechanismsChanged { get; set; }

    /// <summary>Gets or sets the mean of absorptive capacity at the start.</summary>
    public double MeanAbsorptiveCapacity { get; set; }

    /// <summary>Gets or sets the events of the scenario.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; set; } = [];

    /// <summary>Gets or sets the rules of exposures as they were at the start.</summary>
    public ExposureRules? RulesAtStart { get; set; }

    /// <summary>Gets how far policies move mechanisms in this quarter.</summary>
    public MechanismShifts Shifts { get; } = new();

    /// <summary>Gets or sets a value indicating whether the shifts must be added up again.</summary>
    public bool ShiftsStale { get; set; }

    /// <summary>Gets or sets the policies of the scenario.</summary>
    public IReadOnlyList<InterventionState> Interventions { get; set; } = [];

    /// <summary>Gets the joint actions of this quarter: those who contributed to each.</summary>
    public JointActionRecord Groups { get; } = new();

    /// <summary>Gets sums over firms of this quarter.</summary>
    public QuarterTotals Totals { get; } = new();

    /// <summary>Goes back to the start with other random numbers.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="replicate">The replicate.</param>
    public void Begin(ClusterParameters parameters, int replicate)
    {
        (Parameters, Replicate, Step) = (parameters, replicate, 0);
        Draw = new AddressedDraw(Options.Seed, replicate);
        (Events, Interventions) = ([], []);
        Firms.CopyFrom(Start.Firms);
        Ties.CopyFrom(Start.Ties);
        World.CopyFrom(ClusterWorld.Of(Start.Products, Start.Functions));
        Neighbours = Start.Neighbours(parameters, Options.NeighbourLimit, out bool own);
        _own = own ? Neighbours : _own;
        (NeighboursChanged, NeighboursTurnover, MechanismsChanged) = (false, Firms.Turnover, true);
        Shifts.Clear();
        Mechanisms.EnsureCapacity(Firms.Capacity);
        Start.Fill(this);
        MeanAbsorptiveCapacity = Sums.Mean(Mechanisms.StartAbsorptiveCapacity.AsSpan(0, Firms.Count));
        RulesAtStart = null;
        ExposurePhase.Recompute(this);
        new MechanismPhase().Apply(this); // policies that start at once choose by them
        new EffortPhase().Apply(this); // and so does the regime at a start without burn-in
    }

    /// <summary>Adds a firm with nothing in its columns; who calls fills them.</summary>
    /// <returns>Its slot.</returns>
    public int AddFirm()
    {
        int slot = Firms.Add();
        Mechanisms.EnsureCapacity(Firms.Capacity);
        Mechanisms.Clear(slot);
        return slot;
    }

    /// <summary>Brings neighbours up to date with who is there, where firms lie and how far they reach.</summary>
    public void UpdateNeighbours()
    {
        NeighbourSearch search = new(Parameters.GeographicReach, Parameters.GeographicDecay, Options.NeighbourLimit);
        if (NeighboursChanged)
        {
            _own = NeighbourRows.Of(Firms, search);
            Neighbours = _own;
        }
        else if (NeighboursTurnover != Firms.Turnover)
        {
            if (!ReferenceEquals(Neighbours, _own))
            {
                _own ??= new NeighbourRows();
                _own.CopyFrom(Neighbours, search.Limit);
                Neighbours = _own;
            }

            NeighbourUpdate.Apply(_own, Firms, search);
        }

        (NeighboursChanged, NeighboursTurnover) = (false, Firms.Turnover);
    }

    /// <summary>Runs one quarter.</summary>
    /// <param name="phases">The phases in order.</param>
    public void Tick(IReadOnlyList<ITickPhase> phases)
    {
        Totals.Clear();
        Groups.Clear();
        if (!Options.Minimal)
        {
            CarryForward();
        }

        foreach (ITickPhase phase in phases)
        {
            phase.Apply(this);
        }

        if (Options.CheckInvariants)
        {
            InvariantCheck.Check(this);
        }

        Firms.Commit(Options.Minimal);
        if (!Options.Minimal)
        {
            Ties.Commit(Firms.Count);
        }

        Step++;
    }

    /// <summary>Takes over the state of another run of the same start and options: a snapshot, or going back to one.</summary>
    /// <remarks>Shifts by policies are no part of it: they are computed anew in each quarter.</remarks>
    /// <param name="other">The other run.</param>
    public void CopyFrom(ClusterRun other)
    {
        (Parameters, Draw, Replicate, Step) = (other.Parameters, other.Draw, other.Replicate, other.Step);
        (Neighbours, NeighboursTurnover) = (other.Neighbours, other.NeighboursTurnover);
        other._own = ReferenceEquals(other.Neighbours, other._own) ? null : other._own; // both read them
        (NeighboursChanged, MechanismsChanged) = (other.NeighboursChanged, other.MechanismsChanged);
        (MeanAbsorptiveCapacity, Events, RulesAtStart) = (other.MeanAbsorptiveCapacity, other.Events, other.RulesAtStart);
        Interventions = [.. other.Interventions.Select(state => state.Copy())];
        Shifts.Clear();
        ShiftsStale = true;
        Firms.CopyFrom(other.Firms);
        Ties.CopyFrom(other.Ties);
        Mechanisms.CopyFrom(other.Mechanisms, other.Firms.Count);
        World.CopyFrom(other.World);
        Totals.CopyFrom(other.Totals);
    }

    // Phases that leave a column alone leave it as it was.
    private void CarryForward()
    {
        int count = Firms.Count;
        Array.Copy(Firms.Workers, Firms.WorkersNext, count);
        Array.Copy(Firms.Cash, Firms.CashNext, count);
        Array.Copy(Firms.Margin, Firms.MarginNext, count);
        Array.Clear(Firms.GroupBenefit, 0, count);
        Array.Clear(Firms.GroupContribution, 0, count);
    }
}
