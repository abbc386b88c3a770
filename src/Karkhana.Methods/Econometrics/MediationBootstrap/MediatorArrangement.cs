namespace Karkhana.Methods.Econometrics;

/// <summary>How several mediators stand to each other.</summary>
public enum MediatorArrangement
{
    /// <summary>The first may work on the second.</summary>
    Serial,

    /// <summary>None works on another.</summary>
    Parallel,
}
