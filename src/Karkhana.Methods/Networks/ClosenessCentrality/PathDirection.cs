namespace Karkhana.Methods.Networks;

/// <summary>Which way paths run.</summary>
public enum PathDirection
{
    /// <summary>From the node to the others.</summary>
    Out,

    /// <summary>From the others to the node.</summary>
    In,
}
