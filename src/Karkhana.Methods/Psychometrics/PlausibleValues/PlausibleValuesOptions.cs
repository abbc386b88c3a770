using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on plausible values.</summary>
public sealed record PlausibleValuesOptions : GivenPriorOptions
{
    /// <summary>Gets the number of draws per respondent.</summary>
    /// <value>From 1 to 1000; 10 unless set.</value>
    [Description("Draws per respondent.")]
    public int Draws { get; init => field = Require.Between(value, 1, 1000); } = 10;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the draws.")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the number of the first draw: another number gives other draws of the same seed.</summary>
    /// <value>From 0 to 1,000,000; 0 unless set. Scales of one study take numbers apart from each other.</value>
    [Description("Number of the first draw; another number gives other draws.")]
    public int FirstDraw { get; init => field = Require.Between(value, 0, 1_000_000); }
}
