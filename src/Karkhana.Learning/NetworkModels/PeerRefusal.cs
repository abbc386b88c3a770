namespace Karkhana.Learning;

/// <summary>Why no peer effect is reported.</summary>
public enum PeerRefusal
{
    /// <summary>It is reported.</summary>
    None,

    /// <summary>Fewer than 80 % of the firms on the roster answered.</summary>
    Response,

    /// <summary>Too few firms are complete, or the outcome or all terms are the same for all of them.</summary>
    Firms,

    /// <summary>I, G and G² are linearly dependent.</summary>
    Rank,

    /// <summary>The estimate lies outside −1 to 1.</summary>
    Explosive,
}
