using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Where the lines between the roles are drawn.</summary>
public sealed record KnowledgeRolesOptions
{
    /// <summary>Gets the line above which a firm is central, among ties received and given.</summary>
    /// <value>The median of those above zero, strict, unless set.</value>
    public CutOff Centrality { get; init; } = new();

    /// <summary>Gets the line above which a firm is open to the outside.</summary>
    /// <value>The median of those above zero, strict, unless set.</value>
    public CutOff Openness { get; init; } = new();

    /// <summary>Gets the ratio of ties given to ties received above which a firm is a source, and below whose inverse
    /// it is an absorber.</summary>
    /// <value>At least 1; 1.25 unless set.</value>
    public double Balance { get; init => field = Require.Between(value, 1, 1000); } = 1.25;

    /// <summary>Gets the number of ties up to which a firm that is not open counts as isolated.</summary>
    /// <value>From 0; 1 unless set.</value>
    public double IsolateDegree { get; init => field = Require.Between(value, 0, double.MaxValue); } = 1;

    /// <summary>Gets a value indicating whether the values of ties are added instead of the ties counted.</summary>
    /// <value>False unless set.</value>
    public bool ValuedTies { get; init; }

    /// <summary>Gets what is taken for firms whose openness is not known.</summary>
    /// <value>Not open unless set.</value>
    public UnknownOpenness UnknownOpenness { get; init; }
}
