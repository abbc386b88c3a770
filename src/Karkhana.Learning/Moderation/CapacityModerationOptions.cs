using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>What can be set on moderation by absorptive capacity.</summary>
public sealed record CapacityModerationOptions
{
    /// <summary>Gets how the equations are estimated.</summary>
    public EquationOptions Equations { get; init; } = new();

    /// <summary>Gets the moderator: a score or a variable of the sample.</summary>
    /// <value><c>absorptive_capacity</c> unless set.</value>
    public string Moderator { get; init; } = Constructs.AbsorptiveCapacity;

    /// <summary>Gets the draws behind the interval of an index.</summary>
    /// <value>100 to 1,000,000; 4,000 unless set.</value>
    public int Draws { get; init => field = Require.Between(value, 100, 1_000_000); } = 4000;

    /// <summary>Gets the number of values of the moderator, over the range of the firms, at which the association is told.</summary>
    /// <value>3 to 1,000; 25 unless set.</value>
    public int CurvePoints { get; init => field = Require.Between(value, 3, 1000); } = 25;
}
