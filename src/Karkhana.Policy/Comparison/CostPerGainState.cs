namespace Karkhana.Policy;

/// <summary>Whether a cost per gain can be given.</summary>
public enum CostPerGainState
{
    /// <summary>It can: the interval of the gain lies above 0.</summary>
    Defined,

    /// <summary>The interval of the gain holds 0: no gain was found, and a cost per gain is not defined.</summary>
    NoGainFound,

    /// <summary>The interval of the gain lies below 0.</summary>
    Loss,

    /// <summary>No firm took part in any run, so that there was nothing from which a gain could come.</summary>
    NobodyReached,
}
