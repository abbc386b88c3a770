namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of a binary regression is estimated.</summary>
public enum BinaryCovariance
{
    /// <summary>The inverse of the expected information.</summary>
    Expected,

    /// <summary>The sandwich with independent rows, without factor.</summary>
    Sandwich,

    /// <summary>The sandwich with the scores of a cluster added up, times G/(G − 1).</summary>
    Cluster,
}
