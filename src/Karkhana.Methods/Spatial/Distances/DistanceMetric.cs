namespace Karkhana.Methods.Spatial;

/// <summary>How the distance between two points is measured.</summary>
public enum DistanceMetric
{
    /// <summary>Straight on a plane, in the unit of the coordinates.</summary>
    Planar,

    /// <summary>Along the surface of the WGS84 ellipsoid, in kilometres, from longitude x and latitude y in
    /// degrees.</summary>
    GreatCircle,
}
