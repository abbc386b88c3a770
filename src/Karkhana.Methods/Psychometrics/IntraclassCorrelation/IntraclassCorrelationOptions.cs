using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on intraclass correlations.</summary>
public sealed record IntraclassCorrelationOptions
{
    /// <summary>Gets the coverage of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the interval.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
