using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on plausible values.</summary>
public sealed record PlausibleValuesOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required.</value>
    [Description("Item model that the parameters belong to.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets the number of draws per respondent.</summary>
    /// <value>From 1 to 1000; 10 unless set.</value>
    [Description("Draws per respondent.")]
    public int Draws { get; init => field = Require.Between(value, 1, 1000); } = 10;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the draws.")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the answer that stands for the lowest category.</summary>
    /// <value>Finite; 0 unless set.</value>
    [Description("Response value of the lowest category.")]
    public double LowestCategory { get; init => field = Require.Between(value, double.MinValue, double.MaxValue); }

    /// <summary>Gets the mean of the normal prior.</summary>
    /// <value>Finite; 0 unless set. A prior_mean column of the responses takes its place.</value>
    [Description("Mean of the normal prior; a prior_mean column takes its place.")]
    public double LatentMean { get; init => field = Require.Between(value, double.MinValue, double.MaxValue); }

    /// <summary>Gets the variance of the normal prior; with prior means, that around them.</summary>
    /// <value>Finite and positive; 1 unless set.</value>
    [Description("Variance of the normal prior; with prior means, the variance around them.")]
    public double LatentVariance { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets the number of quadrature nodes.</summary>
    /// <value>From 3 to 2001; 61 unless set.</value>
    [Description("Number of quadrature nodes.")]
    public int Nodes { get; init => field = Require.Between(value, 3, LatentGrid.MostNodes); } = 61;

    /// <summary>Gets the last node; the first is its negative.</summary>
    /// <value>Finite and positive; 6 unless set.</value>
    [Description("Equally spaced nodes on [-range, range], weighted by the normalised normal density.")]
    public double Range { get; init => field = Require.Positive(value); } = 6;
}
