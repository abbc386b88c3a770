using Karkhana.Core.Errors;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Experiments;

/// <summary>The prior of one parameter.</summary>
public sealed record ParameterPrior
{
    /// <summary>Gets the name of the parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the shape.</summary>
    /// <value><see cref="PriorShape.Uniform"/> unless set.</value>
    public PriorShape Shape { get; init; }

    /// <summary>Gets the lower bound.</summary>
    /// <value>Finite for a uniform prior, positive for one of the logarithm.</value>
    public double Low { get; init; } = double.NegativeInfinity;

    /// <summary>Gets the upper bound, above the lower.</summary>
    /// <value>Finite for uniform priors.</value>
    public double High { get; init; } = double.PositiveInfinity;

    /// <summary>Gets the mean of the normal shape.</summary>
    /// <value>0 unless set.</value>
    public double Mean { get; init => field = Require.Between(value, -double.MaxValue, double.MaxValue); }

    /// <summary>Gets the standard deviation of the normal shape.</summary>
    /// <value>Positive; 1 unless set.</value>
    public double StandardDeviation { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Gives the value below which the prior puts a probability.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <returns>The value.</returns>
    public double Quantile(double probability) => Shape switch
    {
        PriorShape.Uniform => Low + (probability * (High - Low)),
        PriorShape.LogUniform => Low * Math.Pow(High / Low, probability),
        _ => Math.Clamp(NormalQuantile(probability), Low, High),
    };

    /// <summary>Gives the probability that the prior puts below a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>From 0 to 1.</returns>
    public double Probability(double value) => Shape switch
    {
        PriorShape.Uniform => Math.Clamp((value - Low) / (High - Low), 0, 1),
        PriorShape.LogUniform => value <= Low ? 0 : Math.Min(1, Math.Log(value / Low) / Math.Log(High / Low)),
        _ => (Below(Math.Clamp(value, Low, High)) - Below(Low)) / (Below(High) - Below(Low)),
    };

    /// <summary>Gives a value on the scale on which the prior is even or normal: its logarithm where the prior is even in that.</summary>
    internal double Even(double value) => Shape == PriorShape.LogUniform ? Math.Log(value) : value;

    internal void Check()
    {
        Require.That(!string.IsNullOrWhiteSpace(Name), nameof(Name), "must name a parameter");
        Require.That(Low < High, Name, FormattableString.Invariant($"must have a lower bound below the upper; they were {Low} and {High}"));
        Require.That(
            Shape == PriorShape.Normal || (double.IsFinite(Low) && double.IsFinite(High)), Name,
            FormattableString.Invariant($"must have finite bounds for a prior of shape {Shape}; they were {Low} and {High}"));
        Require.That(Shape != PriorShape.LogUniform || Low > 0, Name, FormattableString.Invariant($"must have a positive lower bound; it was {Low}"));
        Require.That(
            Shape != PriorShape.Normal || Below(High) > Below(Low), Name,
            FormattableString.Invariant(
                $"must leave the normal prior some probability between {Low} and {High}; mean {Mean}, standard deviation {StandardDeviation}"));
    }

    private double Below(double value) => Normal.CDF(Mean, StandardDeviation, value);

    private double NormalQuantile(double probability)
    {
        double least = Below(Low);
        double within = least + (probability * (Below(High) - least));
        return Normal.InvCDF(Mean, StandardDeviation, Math.Clamp(within, double.Epsilon, 1 - 1e-16));
    }
}
