namespace Karkhana.Methods.Experiments;

/// <summary>A node of the chosen tree.</summary>
/// <param name="Number">The number, from 1; parents come before their children.</param>
/// <param name="Parent">The number of the parent; 0 for the root.</param>
/// <param name="Rule">What its parent asks of the cases that come here: <c>x1 &lt; 0.5</c>; <c>all</c> for the root.</param>
/// <param name="Count">The cases.</param>
/// <param name="Share">Their share of all cases.</param>
/// <param name="Prediction">The most frequent class, or the mean as text.</param>
/// <param name="Estimate">The mean; of two classes the share of the second, of more the share of the most frequent.</param>
/// <param name="Impurity">The Gini impurity, or the variance (divisor n).</param>
/// <param name="IsLeaf">Whether it is a leaf.</param>
public sealed record TreeNodeSummary(
    int Number, int Parent, string Rule, int Count, double Share, string Prediction, double Estimate, double Impurity, bool IsLeaf);
