using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>What all runs of a population share: its firms in the order of agent numbers, its ties, its advantages.</summary>
internal sealed class ClusterStart
{
    private const long MuchMemory = 5_000_000; // entries of 12 bytes

    private NeighbourCache? _neighbours;

    private ClusterStart(ClusterPopulation population, bool minimal)
    {
        Population = population;
        Minimal = minimal;
        Order = [.. Enumerable.Range(0, population.Firms.Count).OrderBy(row => population.Firms[row].Agent)];
        Given = population.Firms[0].Capability.Count;
        Functions = minimal ? 1 : Given;
        Products = population.Firms.Max(firm => firm.Product) + 1;
        Firms = TraitsOf(population, Order, Functions);
        Ties = TiesOf(population, Order, Firms);
        Centres = PlaceCentres.Of(Firms);
        Advantages = AdvantageIndex.Of(population.Advantages);
        Market = MarketStart.Of(Firms, Products);
        Indices = ChannelStart.Of(population, Order, Advantages.Rivalry);
        RulePairs = ExposureRules.Pairs(Advantages);
    }

    /// <summary>Gets the population.</summary>
    public ClusterPopulation Population { get; }

    /// <summary>Gets a value indicating whether capability is one number per firm.</summary>
    public bool Minimal { get; }

    /// <summary>Gets the row of the population by slot.</summary>
    public int[] Order { get; }

    /// <summary>Gets the capability functions of the population.</summary>
    public int Given { get; }

    /// <summary>Gets the capability functions of a run: one in minimal mode.</summary>
    public int Functions { get; }

    /// <summary>Gets the number of products.</summary>
    public int Products { get; }

    /// <summary>Gets the firms with their traits; capability, absorptive capacity and incentive come with a run.</summary>
    public FirmColumns Firms { get; }

    /// <summary>Gets the ties.</summary>
    public TieColumns Ties { get; }

    /// <summary>Gets the middles of the places.</summary>
    public PlaceCentres Centres { get; }

    /// <summary>Gets where the advantages that the model treats by name stand.</summary>
    public AdvantageIndex Advantages { get; }

    /// <summary>Gets the makers of each product at the start.</summary>
    public MarketStart Market { get; }

    /// <summary>Gets the indices of channels and the exposures of the start.</summary>
    public ChannelStart Indices { get; }

    /// <summary>Gets which rule moves which advantage.</summary>
    public (int Advantage, int Rule)[] RulePairs { get; }

    /// <summary>Checks a population and sorts it.</summary>
    /// <param name="population">The population.</param>
    /// <param name="options">How its runs go.</param>
    /// <returns>The start of all its runs.</returns>
    /// <exception cref="ArgumentException">The population can't be simulated so; the message names firm, value and range.</exception>
    public static ClusterStart Of(ClusterPopulation population, SimulationOptions options)
    {
        PopulationCheck.CheckLength(population, options);
        return Of(population, options.Minimal);
    }

    /// <summary>Checks a population and sorts it, whatever the number of quarters.</summary>
    /// <param name="population">The population.</param>
    /// <param name="minimal">Whether capability is one number per firm.</param>
    /// <returns>The start of all its runs.</returns>
    /// <exception cref="ArgumentException">The population can't be simulated; the message names firm, value and range.</exception>
    public static ClusterStart Of(ClusterPopulation population, bool minimal)
    {
        PopulationCheck.Check(population);
        return new ClusterStart(population, minimal);
    }

    /// <summary>Gives the neighbours at the start; the last ones asked for are kept, but not of a great population.</summary>
    /// <param name="parameters">Reach and decay.</param>
    /// <param name="limit">The greatest number of neighbours of a firm.</param>
    /// <param name="own">Whether the rows are the caller's alone, to change as it likes.</param>
    /// <returns>The rows.</returns>
    public NeighbourRows Neighbours(ClusterParameters parameters, int limit, out bool own)
    {
        NeighbourSearch key = new(parameters.GeographicReach, parameters.GeographicDecay, limit);
        NeighbourCache? kept = Volatile.Read(ref _neighbours);
        own = false;
        if (kept is null || kept.Key != key)
        {
            kept = new NeighbourCache(key, NeighbourRows.Of(Firms, key));
            own = kept.Rows.CountEntries() > MuchMemory;
            if (!own)
            {
                Volatile.Write(ref _neighbours, kept);
            }
        }

        return kept.Rows;
    }

    /// <summary>Fills what a replicate draws: plausible values of capability and absorptive capacity, and h.</summary>
    /// <param name="run">The run, with its firms' traits in place.</param>
    public void Fill(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        IReadOnlyList<PopulationDraw> draws = Population.Draws;
        PopulationDraw? draw = draws.Count == 0 ? null : draws[run.Replicate % draws.Count];
        double[] row = new double[Given];
        for (int slot = 0; slot < Order.Length; slot++)
        {
            ClusterFirm firm = Population.Firms[Order[slot]];
            for (int function = 0; function < Given; function++)
            {
                row[function] = draw is null ? firm.Capability[function] : draw.Capability[(function * Order.Length) + Order[slot]];
            }

            WriteCapability(firms, slot, row);
            run.Mechanisms.StartAbsorptiveCapacity[slot] =
                draw is null ? firm.AbsorptiveCapacity : draw.AbsorptiveCapacity[Order[slot]];
            run.Mechanisms.StartUptime[slot] = firm.Uptime;
            firms.IncentiveDeviation[slot] = double.IsNaN(firm.IncentiveDeviation)
                ? run.Parameters.IncentiveSpread * run.Draw.Gaussian(RandomPurpose.IncentiveOfFirm, 0, firm.Agent)
                : firm.IncentiveDeviation;
            firms.Cash[slot] = double.IsNaN(firm.Cash) ? run.Parameters.CashOf(firm.Workers) : firm.Cash;
            firms.Margin[slot] = run.Parameters.BaseMargin;
        }
    }

    private void WriteCapability(FirmColumns firms, int slot, double[] row)
    {
        if (Functions == Given)
        {
            row.CopyTo(firms.Capability, slot * firms.Stride);
            return;
        }

        double sum = 0;
        foreach (double value in row)
        {
            sum += value;
        }

        firms.Capability[slot] = sum / row.Length;
    }

    private static FirmColumns TraitsOf(ClusterPopulation population, int[] order, int functions)
    {
        FirmColumns firms = new(order.Length, functions);
        foreach (int row in order)
        {
            ClusterFirm firm = population.Firms[row];
            int slot = firms.Add();
            (firms.Agent[slot], firms.X[slot], firms.Y[slot]) = (firm.Agent, firm.X, firm.Y);
            (firms.Place[slot], firms.Clustered[slot], firms.Stage[slot]) = (firm.Place, firm.Clustered, firm.Stage);
            (firms.Product[slot], firms.Age[slot], firms.Workers[slot]) = (firm.Product, firm.Age, firm.Workers);
            (firms.AssociationMember[slot], firms.Education[slot]) = (firm.AssociationMember, firm.Education);
        }

        return firms;
    }

    private static TieColumns TiesOf(ClusterPopulation population, int[] order, FirmColumns firms)
    {
        int[] slotOf = new int[order.Length];
        for (int slot = 0; slot < order.Length; slot++)
        {
            slotOf[order[slot]] = slot;
        }

        TieColumns ties = new();
        foreach (ClusterTie tie in population.Ties
            .Select(tie => tie with { From = slotOf[tie.From], To = slotOf[tie.To] })
            .OrderBy(tie => tie.From).ThenBy(tie => tie.To).ThenBy(tie => tie.Kind).ThenBy(tie => tie.Trust))
        {
            ties.Add(tie.From, tie.To, tie.Kind, tie.Trust, firms.DistanceBetween(tie.From, tie.To));
        }

        ties.Rebuild(order.Length);
        return ties;
    }

    private sealed record NeighbourCache(NeighbourSearch Key, NeighbourRows Rows);
}
