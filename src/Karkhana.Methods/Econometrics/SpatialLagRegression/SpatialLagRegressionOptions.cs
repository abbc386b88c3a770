using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the spatial lag model.</summary>
public sealed record SpatialLagRegressionOptions : SpatialModelOptions
{
    /// <summary>Gets a value indicating whether W times every regressor but the constant is added.</summary>
    /// <value>False unless set; true is the spatial Durbin model.</value>
    [Description("Add W times every regressor but the constant, named lag_<term> (spatial Durbin model).")]
    public bool Durbin { get; init; }

    /// <summary>Gets the draws of the parameters behind the standard errors of the impacts.</summary>
    /// <value>From 0 (none) to 1,000,000; 1,000 unless set.</value>
    [Description("Draws of the parameters for the standard errors and limits of the impacts; 0 = none.")]
    public int ImpactDraws { get; init => field = Require.Between(value, 0, 1_000_000); } = 1000;

    /// <summary>Gets where those draws come from.</summary>
    /// <value>1 unless set.</value>
    [Description("Seed of these draws.")]
    public ulong Seed { get; init; } = 1;
}
