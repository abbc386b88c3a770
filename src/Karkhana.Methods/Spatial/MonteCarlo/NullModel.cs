namespace Karkhana.Methods.Spatial;

/// <summary>What chance does to a pattern of points.</summary>
public enum NullModel
{
    /// <summary>Points change sites, each with its type and weight; sites stay.</summary>
    RandomLocation,

    /// <summary>Types change places; sites and their weights stay.</summary>
    RandomLabelling,

    /// <summary>Reference points stay; the others change sites among themselves, each with its type and
    /// weight.</summary>
    PopulationIndependence,

    /// <summary>Every point is thrown anywhere on a rectangle, each place as likely as any other.</summary>
    RandomPosition,
}
