using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>How stylised facts are looked for.</summary>
public sealed record StylisedFactsOptions
{
    /// <summary>Gets the replicates.</summary>
    /// <value>From 10 to 1,000,000; 60 unless set.</value>
    [Description("Replicates")]
    public int Replicates { get; init => field = Require.Between(value, 10, 1_000_000); } = 60;

    /// <summary>Gets how the model runs.</summary>
    /// <value>The full model with at least 44 quarters.</value>
    public SimulationOptions Simulation
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            Require.That(!value.Minimal, nameof(Simulation), "must be of the full model; it was minimal");
            Require.Between(value.Horizon, LeastHorizon, 100_000, "Simulation.Horizon");
            field = value;
        }
    } = new();

    internal const int LeastHorizon = 44;
}
