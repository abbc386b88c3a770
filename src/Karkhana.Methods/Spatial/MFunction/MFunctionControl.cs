namespace Karkhana.Methods.Spatial;

/// <summary>Which points the neighbours are compared with.</summary>
public enum MFunctionControl
{
    /// <summary>With all points.</summary>
    All,

    /// <summary>With the points of the neighbour type alone: the case-control version.</summary>
    Neighbour,
}
