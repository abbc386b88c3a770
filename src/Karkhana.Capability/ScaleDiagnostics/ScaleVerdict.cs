namespace Karkhana.Capability;

/// <summary>What a check of a scale amounts to.</summary>
public enum ScaleVerdict
{
    /// <summary>The rule is met.</summary>
    Met,

    /// <summary>The rule is not met: look at it.</summary>
    NotMet,

    /// <summary>These data cannot tell.</summary>
    CannotTell,
}
