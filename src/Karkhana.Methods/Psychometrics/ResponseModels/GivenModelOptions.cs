using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set wherever answers are compared with a model whose parameters are given.</summary>
public abstract record GivenModelOptions
{
    /// <summary>Gets the answer that stands for the lowest category.</summary>
    /// <value>Finite; 0 unless set.</value>
    [Description("Response value of the lowest category.")]
    public double LowestCategory { get; init => field = Require.Between(value, double.MinValue, double.MaxValue); }

    /// <summary>Gets the variance of the latent variable.</summary>
    /// <value>Positive; 1 unless set.</value>
    [Description("Variance of the latent variable; with prior means, the variance around them.")]
    public double LatentVariance { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gets the number of quadrature nodes.</summary>
    /// <value>From 3 to 2001; 61 unless set.</value>
    [Description("Number of quadrature nodes.")]
    public int Nodes { get; init => field = Require.Between(value, 3, LatentGrid.MostNodes); } = 61;

    /// <summary>Gets the last quadrature node.</summary>
    /// <value>Positive; 6 unless set: nodes are equally spaced on [−range, range].</value>
    [Description("Equally spaced nodes on [-range, range], weighted by the normalised normal density.")]
    public double Range { get; init => field = Require.Positive(value); } = 6;

    /// <summary>Says the options in the words of a provenance.</summary>
    /// <param name="model">The item model.</param>
    /// <returns>The text.</returns>
    private protected string Text(ItemModel model) => FormattableString.Invariant(
        $"model = {model}, lowest_category = {LowestCategory}, latent_variance = {LatentVariance}, nodes = {Nodes}, range = {Range}");
}
