using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on the dependence of residuals.</summary>
public sealed record ResidualDependenceOptions
{
    /// <summary>Gets the number of nearest firms that are neighbours.</summary>
    /// <value>From 1 to 100, and below the firms of an equation; 8 unless set.</value>
    public int Neighbours { get; init => field = Require.Between(value, 1, 100); } = 8;
}
