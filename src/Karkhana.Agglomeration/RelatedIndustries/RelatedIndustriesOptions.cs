using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Methods.Concentration;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on groups of related industries.</summary>
public sealed record RelatedIndustriesOptions
{
    /// <summary>Gets what of an industry is correlated over places.</summary>
    /// <value>LogEmployment unless set.</value>
    [Description("Profile that is correlated over places: log of 1 + employment, or location quotient.")]
    public CoLocationProfile Profile { get; init; }

    /// <summary>Gets the normalisation of the relatedness that is one of the three similarities.</summary>
    /// <value>MinimumConditional (proximity) unless set: it is bounded, so that no rare pair outweighs all others.</value>
    [Description("Normalisation of the co-occurrence.")]
    public RelatednessMethod Relatedness { get; init; } = RelatednessMethod.MinimumConditional;

    /// <summary>Gets which two groups are joined next.</summary>
    /// <value>Ward unless set.</value>
    [Description("Linkage of the hierarchical clustering.")]
    public GroupLinkage Linkage { get; init; }

    /// <summary>Gets the number of groups.</summary>
    /// <value>From 1 to the number of industries; null, the default, takes the number with the best validation score.</value>
    [Description("Number of groups; null: chosen by the validation score.")]
    public int? Groups { get; init => field = value is { } count ? Require.Between(count, 1, int.MaxValue) : null; }

    /// <summary>Gets the least number of groups that is tried.</summary>
    /// <value>At least 2; 2 unless set.</value>
    [Description("Least number of groups tried.")]
    public int LeastGroups { get; init => field = Require.Between(value, 2, int.MaxValue); } = 2;

    /// <summary>Gets the greatest number of groups that is tried.</summary>
    /// <value>At least 2; null, the default, takes half of the industries.</value>
    [Description("Greatest number of groups tried; null: half of the industries.")]
    public int? MostGroups { get; init => field = value is { } count ? Require.Between(count, 2, int.MaxValue) : null; }

    /// <summary>Gets the establishments that an industry needs to be grouped.</summary>
    /// <value>At least 1; 5 unless set, so that no group tells the places of a few firms.</value>
    [Description("Establishments an industry needs to be grouped.")]
    public int LeastEstablishments { get; init => field = Require.Between(value, 1, int.MaxValue); } = 5;
}
