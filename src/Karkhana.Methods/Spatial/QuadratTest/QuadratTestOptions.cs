using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the quadrat test.</summary>
public sealed record QuadratTestOptions
{
    /// <summary>Gets the number of columns of tiles.</summary>
    /// <value>From 1 to 10,000; 5 unless set.</value>
    [Description("Columns of tiles.")]
    public int Nx { get; init => field = Require.Between(value, 1, 10_000); } = 5;

    /// <summary>Gets the number of rows of tiles.</summary>
    /// <value>From 1 to 10,000; 5 unless set.</value>
    [Description("Rows of tiles.")]
    public int Ny { get; init => field = Require.Between(value, 1, 10_000); } = 5;

    /// <summary>Gets the type of the points that are looked at.</summary>
    /// <value>All points unless set.</value>
    [Description("Restrict to one type; null = all points.")]
    public string? Reference { get; init; }
}
