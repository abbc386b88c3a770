using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on an event study with staggered adoption.</summary>
public sealed record StaggeredEventStudyOptions
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    [Description("Outcome column.")]
    public required string Outcome { get; init; }

    /// <summary>Gets further columns that explain.</summary>
    /// <value>None unless set.</value>
    [Description("Further regressors.")]
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Gets the code of adoption that means never.</summary>
    /// <value>Required.</value>
    [Description("Code of adoption meaning never treated.")]
    public required double Never { get; init; }

    /// <summary>Gets the relative period that the others are compared with.</summary>
    /// <value>From −1000 to −1; −1 unless set.</value>
    [Description("Omitted relative period.")]
    public int ReferencePeriod { get; init => field = Require.Between(value, -1000, -1); } = -1;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
