using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>How the history of the tubewell branch is run; the sizes of boom, bust and structures are assumptions.</summary>
public sealed record TubewellHistoryOptions
{
    internal const int LeastReplicates = 2;

    /// <summary>Gets the replicates.</summary>
    /// <value>From 2 to 1,000,000; 100 unless set.</value>
    [Description("Replicates")]
    public int Replicates { get; init => field = Require.Between(value, LeastReplicates, 1_000_000); } = 100;

    /// <summary>Gets boom and bust.</summary>
    /// <value>Those of scenario SC1 unless set: demand × 1.08 in each of 20 quarters, then × 0.4 over 8.</value>
    public DemandPath Demand { get; init => field = value ?? throw new ArgumentNullException(nameof(Demand)); } = new();

    /// <summary>Gets the quarters after the beginning of the bust in which exits are counted.</summary>
    /// <value>From 1; 40, the decade of the 1970s, unless set.</value>
    [Description("Quarters after the beginning of the bust in which exits are counted")]
    public int ExitQuarters { get; init => field = Require.Between(value, 1, 10_000); } = 40;

    /// <summary>Gets the share of demand that is the upper end where the market is segmented.</summary>
    /// <value>From 0 to 1; 0.4 unless set.</value>
    [Description("Share of demand that is the upper end")]
    public double UpperShare { get; init => field = Require.Between(value, 0, 1); } = 0.4;

    /// <summary>Gets the product capability that the upper end asks for.</summary>
    /// <value>From 0 to 1; 0.35 unless set.</value>
    [Description("Product capability that the upper end asks for")]
    public double UpperCapability { get; init => field = Require.Between(value, 0, 1); } = 0.35;

    /// <summary>Gets by what separable processes multiply the least project, the size of entrants and the fixed share of cost.</summary>
    /// <value>Above 0 to 1; 0.5 unless set.</value>
    [Description("Factor of separable processes on least project, entrants' size and fixed cost")]
    public double SeparableFactor { get; init => field = Require.Between(value, 1e-6, 1); } = 0.5;

    /// <summary>Gets the quarters before history begins.</summary>
    /// <value>Zero or greater; 20 unless set.</value>
    [Description("Quarters before history begins")]
    public int BurnIn { get; init => field = Require.Between(value, 0, 10_000); } = 20;

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    [Description("Seed")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the quarter in which the bust begins.</summary>
    internal int Bust => Demand.Start + Demand.GrowthQuarters;

    /// <summary>Gets the quarters that are run.</summary>
    internal int Horizon => Bust + ExitQuarters;
}
