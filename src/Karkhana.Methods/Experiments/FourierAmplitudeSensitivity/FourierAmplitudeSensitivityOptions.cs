using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the Fourier amplitude sensitivity test.</summary>
public sealed record FourierAmplitudeSensitivityOptions
{
    /// <summary>Gets the frequency of the input of interest along its curve.</summary>
    /// <value>From 2 to 1,000,000; must be given.</value>
    [Description("Frequency of the input of interest.")]
    public required int Frequency { get; init => field = Require.Between(value, 2, 1_000_000); }

    /// <summary>Gets how many multiples of the frequency are taken for the input's own.</summary>
    /// <value>From 1 to 64; 4 unless set.</value>
    [Description("Multiples of the frequency that count as the input's own.")]
    public int Harmonics { get; init => field = Require.Between(value, 1, 64); } = 4;

    /// <summary>Gets the confidence level of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set; intervals need two or more curves per input.</value>
    [Description("Confidence level of the intervals, which need two or more curves per input.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
