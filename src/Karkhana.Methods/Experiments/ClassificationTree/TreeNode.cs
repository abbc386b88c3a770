namespace Karkhana.Methods.Experiments;

/// <summary>A node of a grown tree.</summary>
internal sealed class TreeNode(int parent, bool isLeft, int depth, NodeTally tally)
{
    /// <summary>Gets the place of the parent; −1 for the root.</summary>
    public int Parent { get; } = parent;

    public bool IsLeft { get; } = isLeft;

    public int Depth { get; } = depth;

    public NodeTally Tally { get; } = tally;

    /// <summary>Gets or sets the split; null for a leaf.</summary>
    public TreeSplit? Split { get; set; }

    public int LeftChild { get; set; }

    public int RightChild { get; set; }

    /// <summary>Gets or sets the complexity from which on the node is a leaf.</summary>
    public double CollapsesAt { get; set; } = double.PositiveInfinity;

    /// <summary>Says whether the node is a leaf of the tree cut back at a complexity.</summary>
    public bool IsLeafAt(double complexity) => Split is null || CollapsesAt <= complexity;
}
