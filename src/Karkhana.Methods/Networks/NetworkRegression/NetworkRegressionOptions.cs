using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Networks;

/// <summary>What can be set on the regression of networks.</summary>
public sealed record NetworkRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value><see cref="RegressionFamily.Ols"/> unless set.</value>
    [Description("Model.")]
    public RegressionFamily Family { get; init; }

    /// <summary>Gets the names of the predictors.</summary>
    /// <value>One for each predictor; there is no default.</value>
    [Description("Names of the predictors, in their order.")]
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Gets the test.</summary>
    /// <value><see cref="DyadTest.Classical"/> unless set.</value>
    [Description("Test; classical p-values take pairs for independent.")]
    public DyadTest Test { get; init; }

    /// <summary>Gets a value indicating whether i → j and j → i are two observations.</summary>
    /// <value>True unless set; false needs symmetric networks.</value>
    [Description("false: each pair counts once, and all networks must be symmetric.")]
    public bool Directed { get; init; } = true;

    /// <summary>Gets the number of permutations drawn when none are given.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of permutations drawn when none are given (dsp).")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of drawn permutations.")]
    public ulong Seed { get; init; } = 2003;
}
