using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Which questions on the inputs part cases by their outcome: classification and regression trees (CART).</summary>
public static class ClassificationTree
{
    internal const string Source = "Breiman, Friedman, Olshen & Stone 1984, Classification and Regression Trees";

    private const int LeastCases = 4;

    /// <summary>Grows a tree and cuts it back.</summary>
    /// <remarks>
    /// Each node is split where the impurity falls most: Gini 1 − Σp², or variance. Numbers are split half way between
    /// neighbouring values, categories in the order of their means (outcomes of two classes or numbers only). Weakest links are
    /// cut first, the ones with the least loss per leaf saved; loss: wrong classes, or squared distances. Cross-validation deals
    /// the cases into parts and grows a tree without each; the error of a complexity is taken at the geometric mean of its
    /// range. Importance: the share of the root's impurity that the splits of an input in the chosen tree take away;
    /// its limits are percentiles over trees grown in bootstrap samples and cut back at the same complexity.
    /// Missing values are refused. Assumes cases that cover the inputs evenly; a tree finds associations in the model's runs,
    /// and of inputs that move together it names one. Cost: k n log n, and k n for each level, times 1 + parts + samples.
    /// Source: Breiman, Friedman, Olshen and Stone 1984, Classification and Regression Trees, chapters 2, 3 and 8. Agrees with:
    /// R rpart 4.1 (tree, impurity and complexities), relative 1e-9.
    /// </remarks>
    /// <param name="sample">The cases.</param>
    /// <param name="options">Criterion, sizes, pruning.</param>
    /// <param name="execution">Workers and progress of the cross-validation and the samples.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The chosen tree, importances, and the errors of all that cutting back gives.</returns>
    /// <exception cref="ArgumentException">A missing value, an outcome that does not vary, more parts than cases, or categories
    /// with more than two classes.</exception>
    public static ClassificationTreeResult Estimate(
        CaseSample sample,
        ClassificationTreeOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new ClassificationTreeOptions();
        CaseColumn[] columns = sample.Checked(LeastCases);
        TreeOutcome outcome = TreeOutcome.Of(sample, options);
        Check(columns, outcome, options);
        List<TreeNode> nodes = TreeGrower.Grow(columns, outcome, options, cancellationToken);
        TreeSequence trees = TreeSequence.Of(nodes, (columns, outcome), options, execution, cancellationToken);

        // Not cut back means as grown: at complexity 0 splits that change no prediction would go.
        double complexity = options.Pruning == TreePruning.None ? -1 : trees.Complexity[trees.Chosen];
        List<int> kept = PrunedTree.Kept(nodes, complexity);
        PercentileInterval[] limits = PrunedTree.ImportanceLimits((columns, outcome), complexity, options, execution, cancellationToken);
        Dictionary<int, int> numbers = kept.Select((place, number) => (place, number)).ToDictionary(own => own.place, own => own.number + 1);
        (CaseColumn[], TreeOutcome, double) tree = (columns, outcome, complexity);
        return new ClassificationTreeResult
        {
            Nodes = [.. kept.Select(place => Summary(nodes, place, numbers, tree))],
            LeafOf = [.. PrunedTree.LeafOf(nodes, complexity, columns).Select(place => numbers[place])],
            Inputs = [.. columns.Select(column => column.Name)],
            Importance = PrunedTree.Importance(nodes, complexity, columns.Length),
            ImportanceLow = [.. limits.Select(limit => limit.Low)],
            ImportanceHigh = [.. limits.Select(limit => limit.High)],
            Complexity = trees.Complexity,
            Leaves = trees.Leaves,
            Error = trees.Error,
            ValidatedError = trees.ValidatedError,
            ValidatedStandardError = trees.ValidatedStandardError,
            Chosen = trees.Chosen,
            Notes = kept.Count > 1
                ? []
                : [new Note("no-split", Severity.Information, "The chosen tree has no split: no question on these inputs tells outcomes apart beyond chance.")],
            Provenance = new Provenance("experiments.classification-tree", Text(options), Source, options.Pruning == TreePruning.None && options.Resamples == 0 ? null : options.Seed),
        };
    }

    private static void Check(CaseColumn[] columns, TreeOutcome outcome, ClassificationTreeOptions options)
    {
        int count = outcome.Slots.Length;
        Require.That(
            options.Folds <= count || options.Pruning == TreePruning.None, nameof(options.Folds),
            FormattableString.Invariant($"must lie in [2, {count}] with {count} cases; it was {options.Folds}"));
        CaseColumn? categorical = columns.FirstOrDefault(column => column.IsCategorical);
        Require.That(
            categorical is null || outcome.SlotCount <= 2, "variables",
            FormattableString.Invariant($"must be numbers with more than two classes, for which categories have no order; {categorical?.Name} holds texts and there are {outcome.SlotCount} classes"));
    }

    private static TreeNodeSummary Summary(
        List<TreeNode> nodes, int place, Dictionary<int, int> numbers, (CaseColumn[] Columns, TreeOutcome Outcome, double Complexity) tree)
    {
        TreeNode node = nodes[place];
        NodeTally tally = node.Tally;
        TreeSplit? asked = node.Parent < 0 ? null : nodes[node.Parent].Split;
        double estimate = tree.Outcome.IsNumeric
            ? tree.Outcome.Mean + (tally.Slots[0] / tally.Count)
            : tally.Slots[tree.Outcome.SlotCount == 2 ? 1 : tally.Greatest] / tally.Count;
        return new TreeNodeSummary(
            numbers[place],
            node.Parent < 0 ? 0 : numbers[node.Parent],
            asked is null ? "all" : asked.Text(tree.Columns[asked.Input], node.IsLeft),
            tally.Count,
            (double)tally.Count / nodes[0].Tally.Count,
            tree.Outcome.IsNumeric ? estimate.ToString("0.#########", CultureInfo.InvariantCulture) : tree.Outcome.Classes[tally.Greatest],
            estimate,
            tally.Spread / tally.Count,
            node.IsLeafAt(tree.Complexity));
    }

    private static string Text(ClassificationTreeOptions options) => FormattableString.Invariant(
        $"criterion = {options.Criterion}, threshold = {options.Threshold}, side = {options.Side}, least_leaf = {options.LeastLeaf}, least_split = {options.LeastSplit}, most_depth = {options.MostDepth}, pruning = {options.Pruning}, folds = {options.Folds}, resamples = {options.Resamples}, level = {options.Level}");
}
