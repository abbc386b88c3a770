using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on variety.</summary>
public sealed record VarietyOptions
{
    /// <summary>Gets the base of the logarithm.</summary>
    /// <value>E unless set.</value>
    [Description("Base of the logarithm.")]
    public LogBase LogBase { get; init; }
}
