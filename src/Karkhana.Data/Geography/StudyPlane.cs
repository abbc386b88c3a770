namespace Karkhana.Data.Geography;

/// <summary>The plane that a study computes distances on, with its way back to degrees.</summary>
public sealed class StudyPlane
{
    private readonly CoordinateSystem _system;

    internal StudyPlane(CoordinateSystem system) => _system = system;

    /// <summary>Gets the name of the projection.</summary>
    public string Name => _system.Name;

    /// <summary>Gives the degrees, WGS 84, of a place on the plane.</summary>
    /// <param name="x">The easting in metres.</param>
    /// <param name="y">The northing in metres.</param>
    /// <returns>Longitude and latitude.</returns>
    public (double Longitude, double Latitude) ToDegrees(double x, double y) => _system.Unproject(x, y);
}
