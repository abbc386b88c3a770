using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the propensity score.</summary>
public sealed record PropensityScoreOptions : ComparisonOptions
{
    /// <summary>Gets the ridge penalty of the logit.</summary>
    /// <value>From 0 to 1,000,000; 0 unless set.</value>
    [Description("Ridge penalty of each coefficient but the constant, in units of the covariates' spreads.")]
    public double Ridge { get; init => field = Require.Between(value, 0, 1e6); }
}
