namespace Karkhana.Core.Policies;

/// <summary>How a dose moves its mechanism.</summary>
public enum DoseScale
{
    /// <summary>Added to the logarithm: <c>+0.10 log</c>.</summary>
    Log,

    /// <summary>Added to the value: <c>+0.05</c>.</summary>
    Level,
}
