namespace Karkhana.Methods.Networks;

/// <summary>How the ties of two nodes are compared.</summary>
public enum ProfileComparison
{
    /// <summary>Square root of summed squared differences over third nodes.</summary>
    Euclidean,

    /// <summary>Summed absolute differences over third nodes: without values, the ties that one has and the other has
    /// not.</summary>
    Hamming,

    /// <summary>Receivers in common over receivers of either.</summary>
    Jaccard,

    /// <summary>Pearson correlation over third nodes.</summary>
    Correlation,
}
