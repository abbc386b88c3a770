using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on learning by averaging.</summary>
public sealed record DegrootLearningOptions
{
    /// <summary>Gets how often everybody averages.</summary>
    /// <value>From 0 to 1000000.</value>
    [Description("How often everybody averages.")]
    public required int Steps { get; init => field = Require.Between(value, 0, TimePoints.MostPeriods); }
}
