using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Where the lines between the roles are drawn.</summary>
public sealed record KnowledgeRolesOptions
{
    /// <summary>Gets the quantile of the degrees above zero that a central firm exceeds.</summary>
    /// <value>From 0 to 1; 0.5, the median, unless set.</value>
    public double CentralityQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets the quantile of the openness above zero that an open firm exceeds.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    public double OpennessQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets the ratio of ties given to ties received above which a firm is a source, and below whose inverse
    /// it is an absorber.</summary>
    /// <value>At least 1; 1.25 unless set.</value>
    public double Balance { get; init => field = Require.Between(value, 1, 1000); } = 1.25;
}
