using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>How errors may be correlated over space.</summary>
public record SpatialDecay
{
    /// <summary>Gets the distance.</summary>
    /// <value><see cref="CoordinateDistance.GreatCircle"/> unless set.</value>
    [Description("Distance of two rows.")]
    public CoordinateDistance Distance { get; init; } = CoordinateDistance.GreatCircle;

    /// <summary>Gets the distance from which on errors are not correlated.</summary>
    /// <value>Required, above 0; kilometres for the great circle, else the unit of the coordinates.</value>
    [Description("Distance from which on errors are taken to be uncorrelated (km for great-circle).")]
    public required double Cutoff { get; init => field = Require.Positive(value); }

    /// <summary>Gets the weights of the pairs.</summary>
    /// <value><see cref="SpatialKernelKind.Bartlett"/> unless set.</value>
    [Description("Decay of the weight with distance.")]
    public SpatialKernelKind Kernel { get; init; } = SpatialKernelKind.Bartlett;

    /// <summary>Gets the radius of the earth.</summary>
    /// <value>Above 0; 6371.01 km unless set.</value>
    [Description("Radius of the sphere in km.")]
    public double EarthRadius { get; init => field = Require.Positive(value); } = 6371.01;

    internal string Describe() => Distance == CoordinateDistance.GreatCircle
        ? FormattableString.Invariant($"Conley, {Kernel.ToString().ToLowerInvariant()} kernel, cutoff {Cutoff} km, haversine distance on a sphere of {EarthRadius} km, no small-sample factor")
        : FormattableString.Invariant($"Conley, {Kernel.ToString().ToLowerInvariant()} kernel, cutoff {Cutoff} units of the coordinates, straight distance, no small-sample factor");
}
