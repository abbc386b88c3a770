using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on Clark and Evans's index.</summary>
public sealed record ClarkEvansOptions
{
    /// <summary>Gets the edge correction.</summary>
    /// <value>None unless set; donnelly needs a rectangle.</value>
    [Description("none, or donnelly: expected distance corrected for the border of a rectangle.")]
    public ClarkEvansCorrection Correction { get; init; }

    /// <summary>Gets the type of the points that are looked at.</summary>
    /// <value>All points unless set.</value>
    [Description("Restrict to one type; null = all points.")]
    public string? Reference { get; init; }
}
