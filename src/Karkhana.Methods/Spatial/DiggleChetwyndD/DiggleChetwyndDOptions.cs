using System.ComponentModel;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on Diggle and Chetwynd's D.</summary>
public sealed record DiggleChetwyndDOptions
{
    /// <summary>Gets the distances.</summary>
    /// <value>At least one, each zero or greater, in the unit of the coordinates.</value>
    [Description("Distances r, in the unit of the coordinates.")]
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the type of the cases.</summary>
    /// <value>Required.</value>
    [Description("Type of the cases.")]
    public required string Cases { get; init; }

    /// <summary>Gets the type of the controls.</summary>
    /// <value>Required; another type than that of the cases.</value>
    [Description("Type of the controls.")]
    public required string Controls { get; init; }

    /// <summary>Gets a value indicating whether controls round cases are compared with, instead of controls round
    /// controls.</summary>
    /// <value>False unless set.</value>
    [Description("true: compare with the cross K of cases and controls.")]
    public bool Intertype { get; init; }
}
