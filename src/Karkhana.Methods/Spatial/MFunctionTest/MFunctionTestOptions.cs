using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the test of the M function by random labelling.</summary>
public sealed record MFunctionTestOptions
{
    /// <summary>Gets the type that is tested.</summary>
    /// <value>Required.</value>
    [Description("Type that is tested.")]
    public required string Reference { get; init; }

    /// <summary>Gets the number of random labellings.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of random labellings.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the random labellings.")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the number of the test within a family of tests, so that each draws its own labellings.</summary>
    /// <value>From 0; 0 unless set.</value>
    [Description("Number of the test within a family.")]
    public int Substream { get; init => field = Require.Between(value, 0, int.MaxValue); }

    /// <summary>Gets the risk of the bands.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Risk of the bands.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;
}
