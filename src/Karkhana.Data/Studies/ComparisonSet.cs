namespace Karkhana.Data.Studies;

/// <summary>Whom the firms of a cluster are compared with in the advice.</summary>
public enum ComparisonSet
{
    /// <summary>Firms of the industry that stand in no cluster.</summary>
    Dispersed,

    /// <summary>Firms of the industry in places that the study names.</summary>
    Places,

    /// <summary>Firms of the industry in the other clusters that the diagnosis found.</summary>
    Clusters,
}
