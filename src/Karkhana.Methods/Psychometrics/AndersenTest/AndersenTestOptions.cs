using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on Andersen's test.</summary>
public sealed record AndersenTestOptions
{
    /// <summary>Gets how respondents are split.</summary>
    /// <value>At the median raw score unless set.</value>
    [Description("How respondents are split: at the median or mean raw score, or by the column group.")]
    public AndersenSplit Split { get; init; }

    /// <summary>Gets the item model.</summary>
    /// <value>The Rasch model unless set.</value>
    [Description("Item model that is tested.")]
    public ConditionalItemModel Model { get; init; }
}
