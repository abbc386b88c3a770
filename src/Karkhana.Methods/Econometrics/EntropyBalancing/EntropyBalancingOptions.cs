using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on entropy balancing.</summary>
public sealed record EntropyBalancingOptions : ComparisonOptions
{
    /// <summary>Gets how many moments of each covariate are made equal.</summary>
    /// <value>1 (means), 2 (and squares) or 3 (and cubes); 1 unless set. Of a 0/1 column the mean says all.</value>
    [Description("Moments made equal: 1 means, 2 squares too, 3 cubes too.")]
    public int Moments { get; init => field = Require.Between(value, 1, 3); } = 1;
}
