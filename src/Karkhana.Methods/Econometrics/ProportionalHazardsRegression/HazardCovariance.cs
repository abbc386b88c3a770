namespace Karkhana.Methods.Econometrics;

/// <summary>How the covariance of a proportional hazards regression is estimated.</summary>
public enum HazardCovariance
{
    /// <summary>The inverse of the observed information.</summary>
    Model,

    /// <summary>Score residuals added up within clusters, without factor.</summary>
    Cluster,
}
