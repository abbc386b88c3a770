using Karkhana.Core.Execution;

namespace Karkhana.Methods.Experiments;

/// <summary>What is left of a tree that is cut back at a complexity.</summary>
internal static class PrunedTree
{
    /// <summary>Gives the places of the nodes that are left, parents before children.</summary>
    public static List<int> Kept(List<TreeNode> nodes, double complexity)
    {
        bool[] kept = new bool[nodes.Count];
        for (int place = 0; place < nodes.Count; place++)
        {
            int parent = nodes[place].Parent;
            kept[place] = parent < 0 || (kept[parent] && !nodes[parent].IsLeafAt(complexity));
        }

        return [.. Enumerable.Range(0, nodes.Count).Where(place => kept[place])];
    }

    /// <summary>Gives the place of the leaf that each case comes to.</summary>
    public static int[] LeafOf(List<TreeNode> nodes, double complexity, CaseColumn[] columns)
    {
        int[] leaves = new int[columns[0].Values.Length];
        for (int row = 0; row < leaves.Length; row++)
        {
            int place = 0;
            while (!nodes[place].IsLeafAt(complexity))
            {
                TreeSplit split = nodes[place].Split!;
                place = split.GoesLeft(columns[split.Input].Values[row]) ? nodes[place].LeftChild : nodes[place].RightChild;
            }

            leaves[row] = place;
        }

        return leaves;
    }

    /// <summary>Gives the share of the root's impurity that the splits of each input take away; NaN where the root has none.</summary>
    public static double[] Importance(List<TreeNode> nodes, double complexity, int inputs)
    {
        double[] gains = new double[inputs];
        foreach (int place in Kept(nodes, complexity))
        {
            if (!nodes[place].IsLeafAt(complexity))
            {
                gains[nodes[place].Split!.Input] += nodes[place].Split!.Gain;
            }
        }

        return [.. gains.Select(gain => gain / nodes[0].Tally.Spread)];
    }

    /// <summary>Gives the limits of the importances of trees grown in bootstrap samples and cut back at the same complexity; NaN
    /// without samples.</summary>
    public static PercentileInterval[] ImportanceLimits(
        (CaseColumn[] Columns, TreeOutcome Outcome) cases,
        double complexity,
        ClassificationTreeOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        int inputs = cases.Columns.Length;
        if (options.Resamples == 0)
        {
            return [.. cases.Columns.Select(_ => new PercentileInterval(double.NaN, double.NaN, 0))];
        }

        double[] Statistic(int[] counts)
        {
            int[] drawn = [.. counts.SelectMany((count, row) => Enumerable.Repeat(row, count))];
            List<TreeNode> nodes = TreeGrower.Grow(
                [.. cases.Columns.Select(column => column.Keep(drawn))], cases.Outcome.Keep(drawn), options, cancellationToken);
            WeakestLinks.Of(nodes, cases.Outcome.IsNumeric);
            return Importance(nodes, complexity, inputs);
        }

        ReplicateRows rows = new ResampledStatistic(
            "bootstrap trees", (options.Resamples, options.Seed), ResampledStatistic.Apart(cases.Outcome.Slots.Length), inputs, Statistic)
            .Draw(execution, cancellationToken);
        return [.. Enumerable.Range(0, inputs).Select(input => PercentileInterval.Of(rows.Column(input), options.Level))];
    }
}
