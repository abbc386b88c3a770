using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>A share of the firms is moved to random positions within the rectangle in which all firms lie.</summary>
/// <remarks>A firm that is moved counts as dispersed from then on; its ties stay, longer than before.</remarks>
public sealed record Dispersal : ScenarioEvent
{
    /// <summary>Gets the quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets the share that is moved, each firm with this probability.</summary>
    /// <value>From 0 to 1; 0.3 unless set.</value>
    public double Share { get; init => field = Require.Between(value, 0, 1); } = 0.3;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter != Start)
        {
            return;
        }

        FirmColumns firms = run.Firms;
        (double Low, double High) east = Range(firms, firms.X);
        (double Low, double High) north = Range(firms, firms.Y);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            double Draw(int index) => run.Draw.Uniform(RandomPurpose.ScenarioEvent, run.Step, firms.Agent[slot], index);
            if (firms.Alive[slot] && Draw(0) < Share)
            {
                firms.X[slot] = east.Low + ((east.High - east.Low) * Draw(1));
                firms.Y[slot] = north.Low + ((north.High - north.Low) * Draw(2));
                firms.Clustered[slot] = false;
            }
        }

        for (int tie = 0; tie < run.Ties.Count; tie++)
        {
            run.Ties.Distance[tie] = firms.DistanceBetween(run.Ties.From[tie], run.Ties.To[tie]);
        }

        run.NeighboursChanged = true;
    }

    private static (double Low, double High) Range(FirmColumns firms, double[] positions)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            (low, high) = firms.Alive[slot] ? (Math.Min(low, positions[slot]), Math.Max(high, positions[slot])) : (low, high);
        }

        return (low, high);
    }
}
