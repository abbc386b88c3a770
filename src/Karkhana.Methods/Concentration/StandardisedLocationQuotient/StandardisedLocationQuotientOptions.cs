using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the standardised location quotient.</summary>
public sealed record StandardisedLocationQuotientOptions
{
    /// <summary>Gets a value indicating whether logarithms of the quotients are standardised.</summary>
    /// <value>False unless set.</value>
    [Description("Standardise the logarithms of the quotients; quotients of 0 have no score then.")]
    public bool Log { get; init; }

    /// <summary>Gets the number of bootstrap replicates.</summary>
    /// <value>From 0 to 100 000; 999 unless set; 0 leaves the intervals out.</value>
    [Description("Number of bootstrap replicates; 0 leaves the intervals out.")]
    public int Replicates { get; init => field = Require.Between(value, 0, 100_000); } = 999;

    /// <summary>Gets the confidence level of the intervals.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    [Description("Confidence level of the percentile interval.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the number of plants below which a cell is guarded.</summary>
    /// <value>From 1; 10 unless set.</value>
    [Description("Cells with fewer plants are given but flagged and not ranked.")]
    public int LeastPlants { get; init => field = Require.Between(value, 1, int.MaxValue); } = 10;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 2003;
}
