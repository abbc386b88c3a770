namespace Karkhana.Methods.Networks;

/// <summary>The degree that a core asks for in a directed network.</summary>
public enum CoreDegree
{
    /// <summary>Ties sent and received.</summary>
    Total,

    /// <summary>Ties received.</summary>
    In,

    /// <summary>Ties sent.</summary>
    Out,
}
