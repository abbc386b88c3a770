using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on Oster's bounds.</summary>
public sealed record CoefficientStabilityOptions
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    [Description("Column that is explained.")]
    public required string Outcome { get; init; }

    /// <summary>Gets the column of interest.</summary>
    /// <value>Required.</value>
    [Description("Column of interest.")]
    public required string Treatment { get; init; }

    /// <summary>Gets the columns of the full regression beside the treatment.</summary>
    /// <value>Required; at least one.</value>
    [Description("Columns that the full regression adds.")]
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>Gets how strong selection on what is not seen is, relative to that on the controls.</summary>
    /// <value>From −100 to 100; 1 unless set.</value>
    [Description("Proportional selection.")]
    public double Delta { get; init => field = Require.Between(value, -100, 100); } = 1;

    /// <summary>Gets by how much the full R² is multiplied to give that of a regression with everything.</summary>
    /// <value>From 1 to 1000; 1.3 unless set. The product is at most 1.</value>
    [Description("Multiplier of the full R squared.")]
    public double RMaxMultiplier { get; init => field = Require.Between(value, 1, 1000); } = 1.3;
}
