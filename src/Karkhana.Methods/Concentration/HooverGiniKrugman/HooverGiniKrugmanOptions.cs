using System.ComponentModel;

namespace Karkhana.Methods.Concentration;

/// <summary>What can be set on the three textbook indices.</summary>
public sealed record HooverGiniKrugmanOptions
{
    /// <summary>Gets the unit of the indices.</summary>
    /// <value>Industry unless set.</value>
    [Description("Unit of the index: industry (concentration) or region (specialisation).")]
    public SpecialisationUnit By { get; init; }
}
