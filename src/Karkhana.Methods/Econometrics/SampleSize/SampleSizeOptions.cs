using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the size of a sample.</summary>
public sealed record SampleSizeOptions
{
    /// <summary>Gets what the study is to find out.</summary>
    /// <value><see cref="SampleDesign.Proportion"/> unless set.</value>
    [Description("A share to within a margin, a difference of two means, or both paths of a mediation.")]
    public SampleDesign Design { get; init; }

    /// <summary>Gets the confidence level; tests are two-sided at 1 less this level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level; tests are two-sided at 1 - level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the chance to find what is there.</summary>
    /// <value>From 0.5 to 0.9999; 0.8 unless set. Not used for a share.</value>
    [Description("Power of the test; not used for a share.")]
    public double Power { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.8;
}
