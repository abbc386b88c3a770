using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Experiments;

/// <summary>The loss on cases that were left out, for trees of each complexity; one replicate per part.</summary>
internal sealed class TreeValidation : IReplicateJob<ReplicateSums>
{
    private readonly CaseColumn[] _columns;
    private readonly TreeOutcome _outcome;
    private readonly ClassificationTreeOptions _options;
    private readonly double[] _complexities;
    private readonly int[] _partOf;

    /// <summary>Deals the cases into parts of equal size, or one apart.</summary>
    /// <param name="columns">The inputs.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="options">Parts and growing.</param>
    /// <param name="complexities">The complexities, ascending.</param>
    public TreeValidation(CaseColumn[] columns, TreeOutcome outcome, ClassificationTreeOptions options, double[] complexities)
    {
        (_columns, _outcome, _options, _complexities) = (columns, outcome, options, complexities);
        int[] order = [.. Enumerable.Range(0, outcome.Slots.Length)];
        new RandomStream(options.Seed, RandomPurpose.CrossValidation, 0).Shuffle(order.AsSpan());
        _partOf = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            _partOf[order[place]] = place % options.Folds;
        }
    }

    public string Stage => "cross-validation";

    public int Replicates => _options.Folds;

    public int BlockSize => 1;

    /// <summary>Gives for each complexity the sum of losses, then of their squares.</summary>
    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] sums = new double[2 * _complexities.Length];
        for (int part = range.First; part < range.End; part++)
        {
            AddPart(part, sums, cancellationToken);
        }

        return new ReplicateSums(sums);
    }

    private void AddPart(int part, double[] sums, CancellationToken cancellationToken)
    {
        int[] rows = [.. Enumerable.Range(0, _partOf.Length).Where(row => _partOf[row] != part)];
        List<TreeNode> nodes = TreeGrower.Grow([.. _columns.Select(column => column.Keep(rows))], _outcome.Keep(rows), _options, cancellationToken);
        WeakestLinks.Of(nodes, _outcome.IsNumeric);
        for (int row = 0; row < _partOf.Length; row++)
        {
            if (_partOf[row] != part)
            {
                continue;
            }

            for (int i = 0; i < _complexities.Length; i++)
            {
                double loss = Loss(nodes[LeafOf(nodes, row, _complexities[i])].Tally, row);
                sums[i] += loss;
                sums[_complexities.Length + i] += loss * loss;
            }
        }
    }

    private int LeafOf(List<TreeNode> nodes, int row, double complexity)
    {
        int place = 0;
        while (!nodes[place].IsLeafAt(complexity))
        {
            TreeSplit split = nodes[place].Split!;
            place = split.GoesLeft(_columns[split.Input].Values[row]) ? nodes[place].LeftChild : nodes[place].RightChild;
        }

        return place;
    }

    private double Loss(NodeTally leaf, int row)
    {
        double distance = _outcome.Values[row] - (leaf.Slots[0] / leaf.Count);
        return _outcome.IsNumeric ? distance * distance : leaf.Greatest == _outcome.Slots[row] ? 0 : 1;
    }
}
