using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>A tree of questions that part cases by their outcome.</summary>
public sealed record ClassificationTreeResult : IMeasureResult
{
    /// <summary>Gets the nodes of the chosen tree.</summary>
    public required IReadOnlyList<TreeNodeSummary> Nodes { get; init; }

    /// <summary>Gets the number of the leaf that each case comes to.</summary>
    public required IReadOnlyList<int> LeafOf { get; init; }

    /// <summary>Gets the inputs.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Gets the share of the root's impurity that the splits of each input take away.</summary>
    public required IReadOnlyList<double> Importance { get; init; }

    /// <summary>Gets the lower limits of the importances over bootstrap samples; NaN without samples.</summary>
    public required IReadOnlyList<double> ImportanceLow { get; init; }

    /// <summary>Gets the upper limits of the importances.</summary>
    public required IReadOnlyList<double> ImportanceHigh { get; init; }

    /// <summary>Gets the complexities of the trees that cutting back gives, ascending.</summary>
    public required IReadOnlyList<double> Complexity { get; init; }

    /// <summary>Gets their leaves.</summary>
    public required IReadOnlyList<int> Leaves { get; init; }

    /// <summary>Gets their error on the cases that grew the tree: share of wrong classes, or mean square.</summary>
    public required IReadOnlyList<double> Error { get; init; }

    /// <summary>Gets their error on cases left out; NaN without cross-validation.</summary>
    public required IReadOnlyList<double> ValidatedError { get; init; }

    /// <summary>Gets its standard error.</summary>
    public required IReadOnlyList<double> ValidatedStandardError { get; init; }

    /// <summary>Gets the place of the chosen tree among them, from 0.</summary>
    public required int Chosen { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives all that is asked on the way to a node.</summary>
    /// <param name="number">The number of the node.</param>
    /// <returns>The rules of the way, joined by <c>and</c>; <c>all</c> for the root.</returns>
    public string PathTo(int number)
    {
        List<string> rules = [];
        for (TreeNodeSummary node = Nodes[number - 1]; node.Parent > 0; node = Nodes[node.Parent - 1])
        {
            rules.Insert(0, node.Rule);
        }

        return rules.Count == 0 ? Nodes[0].Rule : string.Join(" and ", rules);
    }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes.Select(node => node.Number))
        .Vector("parent", Nodes.Select(node => node.Parent))
        .Vector("rule", Nodes.Select(node => (string?)node.Rule))
        .Vector("n", Nodes.Select(node => node.Count))
        .Vector("share", Nodes.Select(node => node.Share))
        .Vector("prediction", Nodes.Select(node => (string?)node.Prediction))
        .Vector("estimate", Nodes.Select(node => node.Estimate))
        .Vector("impurity", Nodes.Select(node => node.Impurity))
        .Vector("leaf", Nodes.Select(node => node.IsLeaf ? 1 : 0))
        .Vector("variable", Inputs)
        .Vector("importance", Importance)
        .Vector("importance_low", ImportanceLow)
        .Vector("importance_high", ImportanceHigh)
        .Vector("complexity", Complexity)
        .Vector("leaves", Leaves)
        .Vector("error", Error)
        .Vector("validated_error", ValidatedError)
        .Vector("validated_std_error", ValidatedStandardError)
        .Scalar("chosen", Chosen);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "classification_tree",
        Column.Of("node", Nodes.Select(node => node.Number), "Node", "", "Number of the node."),
        Column.Of("parent", Nodes.Select(node => node.Parent), "Parent", "", "Number of its parent; 0 for the root."),
        Column.Of("rule", Nodes.Select(node => (string?)node.Rule), "Rule", "What the parent asks of the cases that come here."),
        Column.Of("n", Nodes.Select(node => node.Count), "n", "", "Cases."),
        Column.Of("share", Nodes.Select(node => node.Share), "Share", "share", "Share of all cases."),
        Column.Of("prediction", Nodes.Select(node => (string?)node.Prediction), "Prediction", "Most frequent class, or mean."),
        Column.Of("estimate", Nodes.Select(node => node.Estimate), "Estimate", "", "Mean, or share of a class.", recommended: true),
        Column.Of("impurity", Nodes.Select(node => node.Impurity), "Impurity", "", "Gini impurity, or variance."),
        Column.Of("leaf", Nodes.Select(node => node.IsLeaf), "Leaf", "Whether the node is a leaf."));
}
