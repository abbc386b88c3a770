using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>How the model is calibrated.</summary>
public sealed record ClusterCalibrationOptions
{
    /// <summary>Gets the parameters that are not varied.</summary>
    public ClusterParameters Others { get; init; } = new();

    /// <summary>Gets how the model runs; what is compared is the cluster at the end of the burn-in.</summary>
    public SimulationOptions Simulation { get; init; } = new();

    /// <summary>Gets the trajectories of the screening.</summary>
    /// <value>From 2 to 10,000; 20 unless set.</value>
    [Description("trajectories of the screening")]
    public int Trajectories { get; init => field = Require.Between(value, 2, 10_000); } = 20;

    /// <summary>Gets the most parameters that are searched for; the others keep their priors.</summary>
    /// <value>From 1 to 100; 10 unless set.</value>
    [Description("most parameters that are searched for")]
    public int MostParameters { get; init => field = Require.Between(value, 1, 100); } = 10;

    /// <summary>Gets the share of the strongest parameter's share of spread below which a parameter is not searched for.</summary>
    /// <value>From 0 to 1; 0.05 unless set.</value>
    [Description("share of the strongest effect below which a parameter is not searched for")]
    public double LeastEffect { get; init => field = Require.Between(value, 0, 1); } = 0.05;

    /// <summary>Gets how the search is made.</summary>
    public ApproximateBayesianComputationOptions Search { get; init; } = new();
}
