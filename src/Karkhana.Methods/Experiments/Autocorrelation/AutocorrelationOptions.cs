using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the autocorrelation of a series.</summary>
public sealed record AutocorrelationOptions
{
    /// <summary>Gets the number of lags.</summary>
    /// <value>From 1 to 1,000,000, less than the length of the series; 10 unless set.</value>
    [Description("Lags 1 to this one, fewer than there are values.")]
    public int Lags { get; init => field = Require.Between(value, 1, 1_000_000); } = 10;

    /// <summary>Gets the statistic of the joint test.</summary>
    /// <value><see cref="PortmanteauTest.LjungBox"/> unless set.</value>
    [Description("Joint test of the lags.")]
    public PortmanteauTest Test { get; init; }

    /// <summary>Gets the number of parameters that were fitted, when the series are residuals of a model.</summary>
    /// <value>From 0 to 1,000,000, fewer than the lags; 0 unless set.</value>
    [Description("Fitted autoregressive and moving-average parameters, taken off the degrees of freedom when the series are residuals.")]
    public int FittedParameters { get; init => field = Require.Between(value, 0, 1_000_000); }

    /// <summary>Gets the level of the limits within which a correlation of noise stays.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Level of the limits for noise.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
