namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>How much a parameter is worth.</summary>
internal enum ParameterStatus
{
    /// <summary>Published about Punjab.</summary>
    PublishedPunjab,

    /// <summary>Published about another place or trade.</summary>
    PublishedElsewhere,

    /// <summary>Assumed.</summary>
    Assumption,
}
