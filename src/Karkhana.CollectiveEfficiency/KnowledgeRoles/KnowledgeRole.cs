namespace Karkhana.CollectiveEfficiency;

/// <summary>The part of a firm in the knowledge network of its cluster (Giuliani and Bell 2005).</summary>
public enum KnowledgeRole
{
    /// <summary>Neither ties inside nor open to the outside.</summary>
    Isolate,

    /// <summary>Open to the outside, but no central giver inside.</summary>
    ExternalStar,

    /// <summary>Central inside, gives at least as much as it takes, and open to the outside.</summary>
    TechnologicalGatekeeper,

    /// <summary>Central inside, gives and takes, not open to the outside.</summary>
    ActiveMutualExchanger,

    /// <summary>Takes more than it gives.</summary>
    Absorber,

    /// <summary>Gives and takes a little.</summary>
    WeakMutualExchanger,
}
