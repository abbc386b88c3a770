using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>From a quarter on a competitor from outside sells every product at a quality and a price that do not change.</summary>
public sealed record ImportCompetition : ScenarioEvent
{
    /// <summary>Gets the first quarter.</summary>
    /// <value>Zero or greater; 0 unless set.</value>
    public int Start { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets its size in multiples of all makers of a product at the start.</summary>
    /// <value>Zero or greater; 0.5 unless set.</value>
    public double Weight { get; init => field = Require.Between(value, 0, 1e6); } = 0.5;

    /// <summary>Gets its quality.</summary>
    /// <value>Any finite number; 1.5 unless set.</value>
    public double Quality { get; init => field = Require.Between(value, -1e6, 1e6); } = 1.5;

    /// <summary>Gets its price in multiples of ω0.</summary>
    /// <value>Positive; 1.25 unless set.</value>
    public double Price { get; init => field = Require.Positive(value); } = 1.25;

    /// <inheritdoc/>
    internal override void Apply(ClusterRun run)
    {
        if (run.Quarter == Start)
        {
            run.Parameters = run.Parameters with
            {
                Market = run.Parameters.Market with { OutsideWeight = Weight, OutsideQuality = Quality, OutsidePrice = Price },
            };
        }
    }
}
