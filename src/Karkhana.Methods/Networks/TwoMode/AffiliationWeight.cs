namespace Karkhana.Methods.Networks;

/// <summary>What a shared event counts in the network of actors.</summary>
public enum AffiliationWeight
{
    /// <summary>One.</summary>
    Count,

    /// <summary>1 / (actors of the event − 1), so that each actor spreads one over the others of an event.</summary>
    Newman,
}
