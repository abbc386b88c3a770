using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>How ties change, beside the parameters of framework 5.10; all are assumptions (<c>INF</c>).</summary>
public sealed record TieParameters
{
    /// <summary>Gets the trust of a tie that begins.</summary>
    /// <value>From 0 to 1; 0.3 unless set.</value>
    public double TrustAtStart { get; init => field = Require.Between(value, 0, 1); } = 0.3;

    /// <summary>Gets the share of the way to full trust that a tie goes in a quarter in which it is used.</summary>
    /// <value>From 0 to 1; 0.05 unless set.</value>
    public double TrustAfterUse { get; init => field = Require.Between(value, 0, 1); } = 0.05;

    /// <summary>Gets the trust below which a tie is dropped.</summary>
    /// <value>From 0 to 1; 0.05 unless set.</value>
    public double DroppedBelow { get; init => field = Require.Between(value, 0, 1); } = 0.05;

    /// <summary>Gets the ties above which a firm begins no more.</summary>
    /// <value>Zero or greater; 12 unless set.</value>
    public int MostTies { get; init => field = Require.Between(value, 0, 1_000_000); } = 12;

    /// <summary>Gets how likely neighbours who share no joint action begin a tie, relative to partners of a partner.</summary>
    /// <value>From 0 to 1; 0.25 unless set.</value>
    public double NeighbourShare { get; init => field = Require.Between(value, 0, 1); } = 0.25;
}
