using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on hubs and authorities.</summary>
public sealed record HubsAuthoritiesOptions
{
    /// <summary>Gets a value indicating whether tie values are used.</summary>
    /// <value>False unless set: every tie counts 1.</value>
    [Description("Use tie values; false = every tie that is not zero counts 1.")]
    public bool Weighted { get; init; }

    /// <summary>Gets what a value says, when values are used.</summary>
    /// <value><see cref="Networks.ValueMeaning.Strength"/> unless set.</value>
    [Description("What a value says when weighted: strength, or length (strength 1/value).")]
    public ValueMeaning ValueMeaning { get; init; }

    /// <summary>Gets the most iterations.</summary>
    /// <value>From 1 to 1,000,000; 10,000 unless set.</value>
    [Description("Most iterations; what was reached is noted when they do not do.")]
    public int MaxIterations { get; init => field = Require.Between(value, 1, 1_000_000); } = PowerIteration.DefaultMaxIterations;
}
