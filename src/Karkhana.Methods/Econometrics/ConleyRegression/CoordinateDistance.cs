namespace Karkhana.Methods.Econometrics;

/// <summary>How far two places are from each other.</summary>
public enum CoordinateDistance
{
    /// <summary>Straight, in the unit of the coordinates.</summary>
    Euclidean,

    /// <summary>Along a sphere by the haversine formula, in kilometres; x is the longitude, y the latitude.</summary>
    GreatCircle,
}
