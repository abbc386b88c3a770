using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on measurement invariance.</summary>
public sealed record MeasurementInvarianceOptions
{
    /// <summary>Gets the items of each construct.</summary>
    /// <value>Every item belongs to one construct, every construct has at least two.</value>
    [Description("Assignment of items to constructs: construct name -> list of item names.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Constructs { get; init; }

    /// <summary>Gets the last level to be fitted.</summary>
    /// <value>Scalar unless set.</value>
    [Description("Last level to be fitted.")]
    public InvarianceLevel HighestLevel { get; init; } = InvarianceLevel.Scalar;

    /// <summary>Gets by how much the CFI may fall from one level to the next.</summary>
    /// <value>From 0 to 1; 0.01 unless set.</value>
    [Description("A level is held to when the CFI does not fall by more than this.")]
    public double CfiFall { get; init => field = Require.Between(value, 0, 1); } = 0.01;

    /// <summary>Gets how many complete respondents each group must have.</summary>
    /// <value>From 3 to 1 000 000; 50 unless set. More than there are items in any case.</value>
    [Description("Groups with fewer complete respondents are refused.")]
    public int LeastRespondents { get; init => field = Require.Between(value, 3, 1_000_000); } = 50;
}
