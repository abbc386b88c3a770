namespace Karkhana.Methods.Experiments;

/// <summary>What a split should make small.</summary>
public enum SplitCriterion
{
    /// <summary>The Gini impurity of classes, 1 − Σp².</summary>
    Gini,

    /// <summary>The variance of numbers.</summary>
    Variance,
}
