using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on every comparison of treated with untreated units.</summary>
public abstract record ComparisonOptions
{
    /// <summary>Gets the columns that units are made alike in.</summary>
    /// <value>Required; at least one.</value>
    [Description("Covariates.")]
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the categorical covariates, each with the level that the others are compared with.</summary>
    /// <value>None unless set.</value>
    [Description("Categorical covariates, each with its base level.")]
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();
}
