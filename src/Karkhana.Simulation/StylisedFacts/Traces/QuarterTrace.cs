namespace Karkhana.Simulation;

/// <summary>The firms of a run after a quarter, by slot, and what passed between them in it.</summary>
internal sealed class QuarterTrace
{
    private QuarterTrace(int firms)
    {
        Alive = new bool[firms];
        Clustered = new bool[firms];
        EnteredAt = new int[firms];
        Workers = new double[firms];
        Capability = new double[firms];
        Effort = new double[firms];
        UnitCost = new double[firms];
        Profit = new double[firms];
        Exchanges = new int[firms];
    }

    public int Firms => Alive.Length;

    public bool[] Alive { get; }

    public bool[] Clustered { get; }

    /// <summary>Gets the step in which the firm entered; −1 for those of the start.</summary>
    public int[] EnteredAt { get; }

    public double[] Workers { get; }

    public double[] Capability { get; }

    public double[] Effort { get; }

    /// <summary>Gets ω of the quarter; 0 for a firm that began in it.</summary>
    public double[] UnitCost { get; }

    public double[] Profit { get; }

    /// <summary>Gets the ties of each firm along which knowledge passed or that joint action joined.</summary>
    public int[] Exchanges { get; }

    /// <summary>Gets such ties between firms of different stages.</summary>
    public int Vertical { get; private set; }

    /// <summary>Gets such ties between firms of one stage.</summary>
    public int Horizontal { get; private set; }

    public int Contributors { get; private set; }

    public double Interactive { get; private set; }

    public static QuarterTrace Of(ClusterRun run)
    {
        FirmColumns firms = run.Firms;
        QuarterTrace trace = new(firms.Count)
        {
            Contributors = run.Totals.Contributors,
            Interactive = run.Totals.Interactive,
        };
        for (int slot = 0; slot < firms.Count; slot++)
        {
            (trace.Alive[slot], trace.Clustered[slot]) = (firms.Alive[slot], firms.Clustered[slot]);
            (trace.EnteredAt[slot], trace.Workers[slot]) = (firms.EnteredAt[slot], firms.Workers[slot]);
            (trace.Capability[slot], trace.Effort[slot]) = (firms.MeanCapability(slot), firms.Effort[slot]);
            (trace.UnitCost[slot], trace.Profit[slot]) = (firms.UnitCost[slot], firms.Profit[slot]);
        }

        trace.CountExchanges(run);
        return trace;
    }

    private void CountExchanges(ClusterRun run)
    {
        for (int tie = 0; tie < run.Ties.Count; tie++)
        {
            (int from, int to) = (run.Ties.From[tie], run.Ties.To[tie]);
            if (from != to && run.Ties.LastUsed[tie] == run.Step - 1) // the quarter is over
            {
                Exchanges[from]++;
                Exchanges[to]++;
                bool vertical = run.Firms.Stage[from] != run.Firms.Stage[to];
                (Vertical, Horizontal) = (Vertical + (vertical ? 1 : 0), Horizontal + (vertical ? 0 : 1));
            }
        }
    }
}
