using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>Demand for all products grows for some quarters and then drops to a level at which it stays.</summary>
public sealed record DemandPath : ScenarioEvent
{
    /// <summary>Gets the first quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets by what demand is multiplied in each quarter of growth.</summary>
    /// <value>Above 0 to 10; 1.08 unless set.</value>
    public double Growth { get; init => field = Require.Between(value, 1e-6, 10); } = 1.08;

    /// <summary>Gets the quarters of growth.</summary>
    /// <value>Zero or greater; 20 unless set.</value>
    public int GrowthQuarters { get; init => field = Require.Between(value, 0, 100_000); } = 20;

    /// <summary>Gets by what demand is multiplied over the whole collapse.</summary>
    /// <value>Above 0 to 10; 0.4 unless set.</value>
    public double Collapse { get; init => field = Require.Between(value, 1e-6, 10); } = 0.4;

    /// <summary>Gets the quarters over which it collapses, by the same factor in each.</summary>
    /// <value>From 1; 8 unless set.</value>
    public int CollapseQuarters { get; init => field = Require.Between(value, 1, 100_000); } = 8;

    /// <summary>Gives the factor on demand in a quarter.</summary>
    /// <param name="quarter">The quarter after the burn-in.</param>
    /// <returns>1 before the start.</returns>
    public double FactorAt(int quarter)
    {
        int grown = Math.Clamp(quarter - Start + 1, 0, GrowthQuarters);
        int fallen = Math.Clamp(quarter - Start + 1 - GrowthQuarters, 0, CollapseQuarters);
        return Math.Pow(Growth, grown) * Math.Pow(Collapse, (double)fallen / CollapseQuarters);
    }

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run) => run.World.DemandFactor = FactorAt(run.Quarter);
}
