using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on modularity.</summary>
public sealed record ModularityOptions : ValuedNetworkOptions
{
    /// <summary>Gets how much the ties expected within groups weigh.</summary>
    /// <value>From 0 to 1000; 1 unless set.</value>
    [Description("Weight of the expected ties; above 1 favours small groups.")]
    public double Resolution { get; init => field = Require.Between(value, 0, 1000); } = 1;
}
