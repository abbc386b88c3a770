using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on Cronbach's alpha.</summary>
public sealed record CronbachAlphaOptions
{
    /// <summary>Gets the items that are recoded as minimum + maximum − x first.</summary>
    /// <value>None unless set; nothing is reversed without being asked.</value>
    [Description("Items recoded as minimum + maximum - x before the analysis.")]
    public IReadOnlyList<string> ReverseItems { get; init; } = [];

    /// <summary>Gets the lower end of the response scale.</summary>
    /// <value>Needed when an item is reversed: the end of the scale, not the least answer.</value>
    [Description("Lower end of the response scale used for recoding.")]
    public double? ScaleMinimum { get; init; }

    /// <summary>Gets the upper end of the response scale.</summary>
    /// <value>Needed when an item is reversed.</value>
    [Description("Upper end of the response scale used for recoding.")]
    public double? ScaleMaximum { get; init; }

    /// <summary>Gets the correlation of two items.</summary>
    /// <value>Pearson unless set; polychoric for the ordinal alpha of items with few ordered answers.</value>
    [Description("Correlation of two items: pearson, or polychoric for few ordered answers (ordinal alpha, on the correlation matrix).")]
    public ItemCorrelation Correlation { get; init; }

    /// <summary>Gets the confidence level of the interval.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    [Description("Confidence level of Feldt's interval.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;
}
