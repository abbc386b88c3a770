using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>A cell of the grid that holds establishments.</summary>
/// <param name="Column">Its place from west to east: the easting over the cell size, rounded down.</param>
/// <param name="Row">Its place from south to north.</param>
/// <param name="Centre">Its centre.</param>
/// <param name="Outline">Its corners, from the south-west against the clock.</param>
/// <param name="Firms">The firms of the industry; not for publication below five.</param>
/// <param name="Establishments">The establishments of all industries; not for publication below five.</param>
/// <param name="Z">The standard score of Gi*.</param>
/// <param name="PValue">Its p-value by conditional permutation, two-sided; NaN when not tested.</param>
/// <param name="QValue">The same, corrected for the number of cells.</param>
/// <param name="Class">How cold or hot.</param>
/// <param name="LocalMoran">Local Moran of the cell.</param>
/// <param name="LocalMoranQValue">Its p-value by conditional permutation, two-sided, corrected for the number of
/// cells.</param>
/// <param name="LocalMoranClass">Its class: the cell first, then its neighbours.</param>
public sealed record HotSpotCell(
    int Column,
    int Row,
    MapPoint Centre,
    IReadOnlyList<MapPoint> Outline,
    int Firms,
    int Establishments,
    double Z,
    double PValue,
    double QValue,
    HotSpotClass Class,
    double LocalMoran,
    double LocalMoranQValue,
    LocalClass LocalMoranClass);
