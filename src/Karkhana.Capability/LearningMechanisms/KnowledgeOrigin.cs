namespace Karkhana.Capability;

/// <summary>Where the knowledge of a learning mechanism comes from.</summary>
public enum KnowledgeOrigin
{
    /// <summary>From inside the firm.</summary>
    Internal,

    /// <summary>From outside the firm.</summary>
    External,

    /// <summary>From inside or outside.</summary>
    Both,
}
