using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The sample quantiles that anchor a fuzzy set.</summary>
public abstract record FuzzySetQuantiles
{
    /// <summary>Gets the quantile of full exclusion, log odds −3.</summary>
    /// <value>From 0 to 1; 0.05 unless set.</value>
    [Description("Full exclusion: log odds -3.")]
    public double LowerQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.05;

    /// <summary>Gets the quantile of membership 0.5.</summary>
    /// <value>From 0 to 1; 0.5 unless set.</value>
    [Description("Membership 0.5.")]
    public double CrossoverQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.5;

    /// <summary>Gets the quantile of full inclusion, log odds 3.</summary>
    /// <value>From 0 to 1; 0.95 unless set.</value>
    [Description("Full inclusion: log odds 3.")]
    public double UpperQuantile { get; init => field = Require.Between(value, 0, 1); } = 0.95;

    /// <summary>Gives the anchors that the known values have at the quantiles.</summary>
    internal FuzzySetAnchors Anchors(IEnumerable<double> values)
    {
        Require.That(
            LowerQuantile < CrossoverQuantile && CrossoverQuantile < UpperQuantile, nameof(CrossoverQuantile),
            FormattableString.Invariant($"must lie between lower_quantile and upper_quantile; they were {LowerQuantile}, {CrossoverQuantile} and {UpperQuantile}"));
        return FuzzySetAnchors.OfQuantiles(values, LowerQuantile, CrossoverQuantile, UpperQuantile);
    }
}
