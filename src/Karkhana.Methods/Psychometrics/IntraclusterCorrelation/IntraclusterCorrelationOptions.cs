using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the intracluster correlation.</summary>
public sealed record IntraclusterCorrelationOptions
{
    /// <summary>Gets the confidence of the interval.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence of the interval.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
