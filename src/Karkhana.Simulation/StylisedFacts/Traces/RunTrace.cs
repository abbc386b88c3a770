namespace Karkhana.Simulation;

/// <summary>A whole run: what was there when the burn-in ended, and each quarter after it.</summary>
internal sealed class RunTrace
{
    /// <summary>Gets the firms when the burn-in ended.</summary>
    public required QuarterTrace Start { get; init; }

    /// <summary>Gets the quarters after it.</summary>
    public required IReadOnlyList<QuarterTrace> Quarters { get; init; }

    /// <summary>Gets γ by slot when the burn-in ended.</summary>
    public required double[] AbsorptiveCapacity { get; init; }

    /// <summary>Gets links that lead outside by slot when the burn-in ended.</summary>
    public required int[] Outside { get; init; }

    /// <summary>Gets the partners of each firm when the burn-in ended.</summary>
    public required int[][] Partners { get; init; }

    /// <summary>Gets Σ workers·exp(−d/r0) around each firm when the burn-in ended: of its product, and of others.</summary>
    public required (double Own, double Other)[] LocalWorkers { get; init; }

    /// <summary>Gets the step of the first quarter after the burn-in.</summary>
    public required int FirstStep { get; init; }

    public QuarterTrace End => Quarters[^1];

    public static RunTrace Of(ClusterRun run, ClusterScenario scenario, CancellationToken cancellationToken)
    {
        QuarterTrace start = QuarterTrace.Of(run);
        double[] capacity = [.. run.Mechanisms.AbsorptiveCapacity.AsSpan(0, run.Firms.Count)];
        int[] outside = [.. Enumerable.Range(0, run.Firms.Count).Select(slot => slot < run.Ties.Outside.Length ? run.Ties.Outside[slot] : 0)];
        int[][] partners = [.. Enumerable.Range(0, run.Firms.Count).Select(slot => slot < run.Ties.Outside.Length
            ? run.Ties.Partner.AsSpan()[run.Ties.First[slot]..run.Ties.First[slot + 1]].ToArray() : [])];
        (double, double)[] local = Local(run);
        int step = run.Step;
        Trajectory.Enter(run, scenario);
        List<QuarterTrace> quarters = [];
        Trajectory.Continue(run, run.Options.Horizon, now => quarters.Add(QuarterTrace.Of(now)), cancellationToken);
        return new RunTrace
        {
            Start = start,
            Quarters = quarters,
            AbsorptiveCapacity = capacity,
            Outside = outside,
            Partners = partners,
            LocalWorkers = local,
            FirstStep = step,
        };
    }

    private static (double Own, double Other)[] Local(ClusterRun run)
    {
        NeighbourRows near = run.Neighbours;
        FirmColumns firms = run.Firms;
        (double Own, double Other)[] local = new (double, double)[firms.Count];
        for (int slot = 0; slot < near.Count; slot++)
        {
            ReadOnlySpan<double> weights = near.Weights(slot);
            ReadOnlySpan<int> others = near.Places(slot);
            for (int entry = 0; entry < others.Length; entry++)
            {
                int other = near.Order[others[entry]];
                double workers = firms.Alive[other] ? weights[entry] * firms.Workers[other] : 0;
                bool own = firms.Product[other] == firms.Product[slot];
                local[slot] = own ? (local[slot].Own + workers, local[slot].Other) : (local[slot].Own, local[slot].Other + workers);
            }
        }

        return local;
    }
}
