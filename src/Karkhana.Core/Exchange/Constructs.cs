namespace Karkhana.Core.Exchange;

/// <summary>The words of the codebook by which modules find what a survey measures.</summary>
public static class Constructs
{
    /// <summary>What a firm can do.</summary>
    public const string Capability = "capability";

    /// <summary>What a firm spends on learning.</summary>
    public const string Effort = "effort";

    /// <summary>What a firm can make of knowledge from outside.</summary>
    public const string AbsorptiveCapacity = "absorptive_capacity";

    /// <summary>Sources of knowledge outside the place.</summary>
    public const string ExternalOpenness = "external_openness";

    /// <summary>How a firm does, or how that changes.</summary>
    public const string Performance = "performance";

    /// <summary>What eases and hinders improvement: block M.</summary>
    public const string Mechanism = "mechanism";

    /// <summary>What is held equal.</summary>
    public const string Control = "control";

    /// <summary>Workers in the first year.</summary>
    public const string StartScale = "start_scale";
}
