using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the conditional Rasch model.</summary>
public sealed record ConditionalRaschModelOptions
{
    /// <summary>Gets the item model.</summary>
    /// <value>The Rasch model unless set.</value>
    [Description("Item model.")]
    public ConditionalItemModel Model { get; init; }
}
