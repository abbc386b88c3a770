using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>What can be set on the channel account.</summary>
public sealed record ChannelAccountOptions
{
    /// <summary>Gets how the equations are estimated.</summary>
    public EquationOptions Equations { get; init; } = new();

    /// <summary>Gets the number of draws behind the interval of a product of coefficients.</summary>
    /// <value>100 to 1,000,000; 4,000 unless set.</value>
    public int PathDraws { get; init => field = Require.Between(value, 100, 1_000_000); } = 4000;

    /// <summary>Gets the share of false findings that is borne among the findings of the whole family of paths.</summary>
    /// <value>Above 0 and below 1; 0.05 unless set.</value>
    public double FalseDiscoveryRate { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.05;

    /// <summary>Gets the name of the performance that static advantages are sought in: a score or a variable of the sample.</summary>
    /// <value><c>performance</c> unless set; where the sample has none, static advantages are not estimated.</value>
    public string Performance { get; init; } = Constructs.Performance;
}
