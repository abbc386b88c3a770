using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Data.Ties;

/// <summary>What can be set on the matching of names.</summary>
public sealed record NameMatcherOptions
{
    /// <summary>Gets the score from which a name is matched.</summary>
    /// <value>From 0 to 1; 0.92 unless set.</value>
    [Description("Score from which a name is matched.")]
    public double Accept { get; init => field = Require.Between(value, 0, 1); } = 0.92;

    /// <summary>Gets how far the best candidate must be ahead of the second.</summary>
    /// <value>From 0 to 1; 0.03 unless set.</value>
    [Description("Lead over the second candidate from which a name is matched.")]
    public double Margin { get; init => field = Require.Between(value, 0, 1); } = 0.03;

    /// <summary>Gets the score below which a candidate is not shown.</summary>
    /// <value>From 0 to 1; 0.75 unless set.</value>
    [Description("Score below which a candidate is not shown.")]
    public double Least { get; init => field = Require.Between(value, 0, 1); } = 0.75;
}
