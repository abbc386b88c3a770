namespace Karkhana.Data.Ties;

/// <summary>Where a party outside the register is.</summary>
public enum Locality
{
    /// <summary>In the place of the cluster.</summary>
    Local,

    /// <summary>In the rest of the country.</summary>
    National,

    /// <summary>Abroad.</summary>
    Foreign,
}
