namespace Karkhana.Methods.Econometrics;

/// <summary>The degrees of freedom of tests with clustered errors.</summary>
public enum ClusterDegrees
{
    /// <summary>The number of clusters less one, for all terms.</summary>
    Clusters,

    /// <summary>Those of Satterthwaite's approximation by Bell and McCaffrey, for each term its own.</summary>
    Satterthwaite,
}
