namespace Karkhana.Methods.Experiments;

/// <summary>How time runs in replicator dynamics.</summary>
public enum ReplicatorTime
{
    /// <summary>Without steps: fitness is a growth rate.</summary>
    Continuous,

    /// <summary>In steps: fitness is the factor by which a firm grows in one.</summary>
    Discrete,
}
