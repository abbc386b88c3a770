namespace Karkhana.Methods.Concentration;

/// <summary>How the growth of a region is split.</summary>
public enum ShiftShareMethod
{
    /// <summary>Three parts: national, industry mix, regional.</summary>
    Dunn,

    /// <summary>Four parts: the regional one at the national mix, the rest as allocation.</summary>
    Esteban,
}
