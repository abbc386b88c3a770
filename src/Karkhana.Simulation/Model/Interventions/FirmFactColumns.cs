using Karkhana.Core.Policies;

namespace Karkhana.Simulation;

/// <summary>The facts of the firms that are alive, by which policies choose; one number per firm in the order of slots.</summary>
internal sealed class FirmFactColumns
{
    private readonly ClusterRun _run;
    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);

    public FirmFactColumns(ClusterRun run)
    {
        _run = run;
        Slots = [.. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot])];
    }

    /// <summary>Gets the slots that are alive.</summary>
    public int[] Slots { get; }

    /// <summary>Gives a fact.</summary>
    /// <param name="name">One of <see cref="FirmFacts"/>.</param>
    /// <returns>One number per firm that is alive.</returns>
    /// <exception cref="ArgumentException">There is no such fact.</exception>
    public double[] Of(string name)
    {
        if (!_columns.TryGetValue(name, out double[]? column))
        {
            Func<int, double> fact = Fact(name);
            column = [.. Slots.Select(fact)];
            _columns.Add(name, column);
        }

        return column;
    }

    private Func<int, double> Fact(string name)
    {
        (FirmColumns firms, TieColumns ties) = (_run.Firms, _run.Ties);
        return name switch
        {
            FirmFacts.Size => slot => firms.Workers[slot],
            FirmFacts.AbsorptiveCapacity => slot => _run.Mechanisms.AbsorptiveCapacity[slot],
            FirmFacts.Capability => firms.MeanCapability,
            FirmFacts.Incentive => slot => _run.Mechanisms.LogIncentive[slot] - Math.Log(_run.Parameters.BaseIncentive),
            FirmFacts.Distance => slot => _run.Start.Centres.Distance(firms.Place[slot], firms.X[slot], firms.Y[slot]),
            FirmFacts.AssociationMember => slot => firms.AssociationMember[slot] ? 1 : 0,
            FirmFacts.Age => slot => firms.Age[slot] / 4.0,
            FirmFacts.Clustered => slot => firms.Clustered[slot] ? 1 : 0,
            FirmFacts.Education => slot => firms.Education[slot],
            FirmFacts.Ties => slot => slot < ties.Outside.Length ? ties.First[slot + 1] - ties.First[slot] : 0,
            FirmFacts.Cash => slot => firms.Cash[slot],
            _ => throw new ArgumentException($"{name} is no fact of a firm; known are {string.Join(", ", FirmFacts.All)}", nameof(name)),
        };
    }
}
