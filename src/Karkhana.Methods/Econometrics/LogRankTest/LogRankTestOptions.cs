using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the log-rank test.</summary>
public sealed record LogRankTestOptions
{
    /// <summary>Gets the power of survival that weighs each time.</summary>
    /// <value>From 0 to 10; 0, the default, is the log-rank test, 1 the test of Peto and Peto, which looks at early
    /// events.</value>
    [Description("Power of survival that weighs each time: 0 log-rank, 1 Peto and Peto.")]
    public double Rho { get; init => field = Require.Between(value, 0, 10); }
}
