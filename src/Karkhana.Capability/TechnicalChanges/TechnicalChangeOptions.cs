using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on the account of technical changes.</summary>
public sealed record TechnicalChangeOptions
{
    /// <summary>Gets the coverage of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the number of last years that the innovation index counts.</summary>
    /// <value>From 1 to 100; 3 unless set.</value>
    public int InnovationWindow { get; init => field = Require.Between(value, 1, 100); } = 3;
}
