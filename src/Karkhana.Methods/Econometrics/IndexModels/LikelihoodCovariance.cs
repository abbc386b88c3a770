namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of maximum-likelihood estimates is estimated.</summary>
public enum LikelihoodCovariance
{
    /// <summary>The inverse of the information.</summary>
    Information,

    /// <summary>The sandwich with independent rows, without factor.</summary>
    Sandwich,

    /// <summary>The sandwich with the scores of a cluster added up, times G/(G − 1).</summary>
    Cluster,
}
