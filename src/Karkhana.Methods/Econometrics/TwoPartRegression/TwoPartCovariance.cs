namespace Karkhana.Methods.Econometrics;

/// <summary>How the joint covariance of both parts is estimated.</summary>
public enum TwoPartCovariance
{
    /// <summary>The sandwich with independent rows, without factor.</summary>
    Sandwich,

    /// <summary>The sandwich with both parts' scores of a cluster added up, times G/(G − 1).</summary>
    Cluster,
}
