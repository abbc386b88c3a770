using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the concentration of industries.</summary>
public sealed record IndustryConcentrationOptions
{
    /// <summary>Gets the radii in metres.</summary>
    /// <value>Empty, the default, takes 50 m to 500 km in steps of 1, 2, 5, from the least that holds a neighbour for
    /// half of the points up to half of the diagonal; above 150,000 establishments only radii with up to 10¹¹ pairs.</value>
    public IReadOnlyList<double> Distances { get; init; } = [];

    /// <summary>Gets the establishments that an industry needs to be tested.</summary>
    /// <value>At least 5; 30 unless set.</value>
    public int LeastEstablishments { get; init => field = Require.Between(value, 5, int.MaxValue); } = 30;

    /// <summary>Gets the number of random labellings, shared by all industries.</summary>
    /// <value>From 19; 0, the default, takes 999 up to 5,000 establishments and 199 above.</value>
    public int Replicates { get; init => field = value == 0 ? 0 : Require.Between(value, 19, 1_000_000); }

    /// <summary>Gets the risk of a false finding among the industries, and of the bands.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
