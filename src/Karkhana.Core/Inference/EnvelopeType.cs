namespace Karkhana.Core.Inference;

/// <summary>How the band around simulated curves is drawn.</summary>
public enum EnvelopeType
{
    /// <summary>Quantiles at each distance alone: about alpha of the curves leave it at any one distance, more of them
    /// somewhere.</summary>
    Pointwise,

    /// <summary>Curves that are extreme somewhere are dropped until at most 1 − alpha of them remain: holds for the
    /// whole curve at once.</summary>
    GlobalIterative,
}
