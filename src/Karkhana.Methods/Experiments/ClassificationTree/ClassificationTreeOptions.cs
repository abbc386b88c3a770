using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on a classification or regression tree.</summary>
public sealed record ClassificationTreeOptions
{
    /// <summary>Gets what splits should make small.</summary>
    /// <value><see cref="SplitCriterion.Gini"/> unless set: each value of the outcome is then a class.</value>
    [Description("Gini for classes (each value of the outcome, at most 50), variance for an outcome of numbers.")]
    public SplitCriterion Criterion { get; init; }

    /// <summary>Gets the threshold that turns an outcome of numbers into classes 1 (of interest) and 0.</summary>
    /// <value>None unless set.</value>
    [Description("Threshold that turns an outcome of numbers into classes 1 (of interest) and 0.")]
    public double? Threshold { get; init; }

    /// <summary>Gets the side of the threshold that is of interest.</summary>
    /// <value><see cref="ThresholdSide.AtLeast"/> unless set.</value>
    [Description("Side of the threshold that is of interest.")]
    public ThresholdSide Side { get; init; }

    /// <summary>Gets the least cases in a leaf.</summary>
    /// <value>From 1 to 1,000,000; 7 unless set.</value>
    [Description("Least cases in a leaf.")]
    public int LeastLeaf { get; init => field = Require.Between(value, 1, 1_000_000); } = 7;

    /// <summary>Gets the least cases in a node that is split.</summary>
    /// <value>From 2 to 1,000,000; 20 unless set.</value>
    [Description("Least cases in a node that is split.")]
    public int LeastSplit { get; init => field = Require.Between(value, 2, 1_000_000); } = 20;

    /// <summary>Gets the most splits on the way to a leaf.</summary>
    /// <value>From 1 to 60; 30 unless set.</value>
    [Description("Most splits on the way to a leaf.")]
    public int MostDepth { get; init => field = Require.Between(value, 1, 60); } = 30;

    /// <summary>Gets how far the tree is cut back.</summary>
    /// <value><see cref="TreePruning.OneStandardError"/> unless set.</value>
    [Description("How far the tree is cut back, by its cross-validated error.")]
    public TreePruning Pruning { get; init; }

    /// <summary>Gets the parts into which the cases are dealt for cross-validation.</summary>
    /// <value>From 2 to 1000, at most the number of cases; 10 unless set.</value>
    [Description("Parts of the cross-validation, at most as many as there are cases.")]
    public int Folds { get; init => field = Require.Between(value, 2, 1000); } = 10;

    /// <summary>Gets the bootstrap samples in which a tree is grown again, for limits of the importances.</summary>
    /// <value>From 0 (none) to 100,000; 50 unless set.</value>
    [Description("Bootstrap samples in which a tree is grown again, for limits of the importances; 0 for none.")]
    public int Resamples { get; init => field = Require.Between(value, 0, 100_000); } = 50;

    /// <summary>Gets the confidence level of the limits.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Level of the limits of the importances.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the dealing and of the samples.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the dealing into parts and of the samples.")]
    public ulong Seed { get; init; } = 2003;
}
