namespace Karkhana.Data.Studies;

/// <summary>What a technical change changed.</summary>
public enum TechnicalChangeType
{
    /// <summary>A new or altered product.</summary>
    Product,

    /// <summary>A new or altered way of making.</summary>
    Process,

    /// <summary>A new or altered way of organising work.</summary>
    Organisation,
}
