using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Classification and regression trees as a measure.</summary>
public static class ClassificationTreeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CaseSample, ClassificationTreeOptions, ClassificationTreeResult>(
        "experiments.classification-tree",
        "Which questions on the inputs part cases by their outcome: a classification or regression tree (CART).",
        ClassificationTree.Source,
        [new InputSpec("sample", CaseSample.Roles)],
        [
            new OutputSpec("node", OutputShape.Vector, "numbers from 1, parents before children"),
            new OutputSpec("parent", OutputShape.Vector, "number of the parent; 0 for the root"),
            new OutputSpec("rule", OutputShape.Vector, "what the parent asks of the cases that come here"),
            new OutputSpec("n", OutputShape.Vector, "cases by node"),
            new OutputSpec("share", OutputShape.Vector, "share of all cases"),
            new OutputSpec("prediction", OutputShape.Vector, "most frequent class, or mean as text"),
            new OutputSpec("estimate", OutputShape.Vector, "mean; of two classes the share of the second, of more that of the most frequent"),
            new OutputSpec("impurity", OutputShape.Vector, "Gini impurity, or variance (divisor n)"),
            new OutputSpec("leaf", OutputShape.Vector, "1 for a leaf"),
            new OutputSpec("variable", OutputShape.Vector, "inputs"),
            new OutputSpec("importance", OutputShape.Vector, "share of the root's impurity that the splits of the input take away"),
            new OutputSpec("importance_low", OutputShape.Vector, "lower limit over bootstrap samples"),
            new OutputSpec("importance_high", OutputShape.Vector, "upper limit over bootstrap samples"),
            new OutputSpec("complexity", OutputShape.Vector, "from which each tree of the pruning sequence is best, in loss per case and leaf"),
            new OutputSpec("leaves", OutputShape.Vector, "by complexity"),
            new OutputSpec("error", OutputShape.Vector, "share of wrong classes, or mean square, on the cases that grew the tree"),
            new OutputSpec("validated_error", OutputShape.Vector, "the same on cases left out"),
            new OutputSpec("validated_std_error", OutputShape.Vector, "its standard error"),
            new OutputSpec("chosen", OutputShape.Scalar, "place of the chosen tree in the sequence, from 0"),
        ],
        CaseSample.Read,
        ClassificationTree.Estimate);
}
