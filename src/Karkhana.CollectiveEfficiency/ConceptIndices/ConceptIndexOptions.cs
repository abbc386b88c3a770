using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on indices of concepts.</summary>
public sealed record ConceptIndexOptions
{
    /// <summary>Gets the value below which a part is little, for the type of failure.</summary>
    /// <value>From 0 to 1; 1/3 unless set. Conventions, not estimates.</value>
    public double Little { get; init => field = Require.Between(value, 0, 1); } = 1.0 / 3;

    /// <summary>Gets the value from which a part is much.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double Much { get; init => field = Require.Between(value, 0, 1); } = 0.5;
}
