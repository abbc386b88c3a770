namespace Karkhana.Core.Maps;

/// <summary>A place on the earth in degrees, WGS 84.</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
public readonly record struct MapVertex(double Longitude, double Latitude);
