using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on principal components.</summary>
public sealed record PrincipalComponentsOptions
{
    /// <summary>Gets the number of components with loadings and scores.</summary>
    /// <value>1 to the number of items; null, the default, takes all.</value>
    [Description("Number of loading columns; null = all.")]
    public int? Components { get; init => field = value is null ? null : Require.Between(value.Value, 1, int.MaxValue); }
}
