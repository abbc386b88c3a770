using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on shift-share analysis.</summary>
public sealed record ShiftShareOptions
{
    /// <summary>Gets the decomposition.</summary>
    /// <value>Dunn unless set.</value>
    [Description("dunn: three components; esteban: the regional one split into regional and allocation.")]
    public ShiftShareMethod Method { get; init; }
}
