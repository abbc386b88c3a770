namespace Karkhana.Capability;

/// <summary>The words of the codebook that this module reads.</summary>
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
}
