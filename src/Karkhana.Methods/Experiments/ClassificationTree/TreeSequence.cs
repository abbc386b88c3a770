using Karkhana.Core.Execution;

namespace Karkhana.Methods.Experiments;

/// <summary>The trees that cutting back gives, from the greatest to the root, with their errors.</summary>
/// <param name="Complexity">The complexity from which each tree is the best, in loss per case and leaf.</param>
/// <param name="Leaves">The leaves.</param>
/// <param name="Error">The loss per case on the cases that grew the tree.</param>
/// <param name="ValidatedError">The loss per case on cases left out; NaN without cross-validation.</param>
/// <param name="ValidatedStandardError">Its standard error.</param>
/// <param name="Chosen">The place of the tree that was chosen.</param>
internal sealed record TreeSequence(
    double[] Complexity, int[] Leaves, double[] Error, double[] ValidatedError, double[] ValidatedStandardError, int Chosen)
{
    /// <summary>Cuts the tree back, validates and chooses.</summary>
    public static TreeSequence Of(
        List<TreeNode> nodes,
        (CaseColumn[] Columns, TreeOutcome Outcome) cases,
        ClassificationTreeOptions options,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        double count = cases.Outcome.Slots.Length;
        List<(double Complexity, int Leaves, double Loss)> sequence = WeakestLinks.Of(nodes, cases.Outcome.IsNumeric);
        double[] complexity = [.. sequence.Select(tree => tree.Complexity)];
        TreeSequence trees = new(
            complexity, [.. sequence.Select(tree => tree.Leaves)], [.. sequence.Select(tree => tree.Loss)],
            [.. sequence.Select(_ => double.NaN)], [.. sequence.Select(_ => double.NaN)], 0);
        if (options.Pruning == TreePruning.None)
        {
            return trees;
        }

        // Between two complexities the tree is the same: their geometric mean stands for all of them.
        double[] typical = [.. complexity.Select((own, i) => i + 1 < complexity.Length ? Math.Sqrt(own * complexity[i + 1]) : double.PositiveInfinity)];
        double[] sums = ReplicateEngine.Local.Execute(
            new TreeValidation(cases.Columns, cases.Outcome, options, typical), execution, cancellationToken).Values;
        double[] errors = [.. typical.Select((_, i) => sums[i] / count)];
        double[] standard = [.. errors.Select((error, i) => Math.Sqrt(Math.Max(0, (sums[typical.Length + i] / count) - (error * error)) / count))];
        return trees with { ValidatedError = errors, ValidatedStandardError = standard, Chosen = Choose(errors, standard, options.Pruning) };
    }

    private static int Choose(double[] errors, double[] standard, TreePruning pruning)
    {
        double least = errors.Min();
        double bound = pruning == TreePruning.LeastError ? least : least + standard[Array.LastIndexOf(errors, least)];
        return Array.FindLastIndex(errors, error => error <= bound);
    }
}
