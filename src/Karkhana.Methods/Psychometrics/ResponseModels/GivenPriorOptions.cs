using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set wherever respondents are scored by a model whose parameters are given.</summary>
public abstract record GivenPriorOptions : GivenModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>Required.</value>
    [Description("Item model that the parameters belong to.")]
    public required ItemModel Model { get; init; }

    /// <summary>Gets the mean of the normal prior.</summary>
    /// <value>Finite; 0 unless set. A prior_mean column of the responses takes its place.</value>
    [Description("Mean of the normal prior; a prior_mean column takes its place.")]
    public double LatentMean { get; init => field = Require.Between(value, double.MinValue, double.MaxValue); }
}
