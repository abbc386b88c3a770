using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ClassificationTreeTests
{
    private static readonly ClassificationTreeOptions Whole = new() { Pruning = TreePruning.None, LeastLeaf = 1, LeastSplit = 2, Resamples = 0 };

    private static readonly Gen<(double[][] Inputs, double[] Outcome)> Cases =
        from n in Gen.Int[8, 40]
        from inputs in Gen.Int[0, 12].Select(value => (double)value).Array[n].Array[1, 3]
        from outcome in Gen.Int[0, 4].Select(value => (double)value).Array[n].Where(own => own.Distinct().Count() > 1)
        select (inputs, outcome);

    [Fact]
    public void Each_case_has_a_leaf_and_a_leaf_its_way_from_the_root()
    {
        double[] x = [.. Enumerable.Range(0, 40).Select(i => i / 40.0)];
        double[] y = [.. Enumerable.Range(0, 40).Select(i => i * 17 % 40 / 40.0)];
        ClassificationTreeResult tree = ClassificationTree.Estimate(
            new CaseSample(Table.Of("cases", Column.Of("x", x), Column.Of("y", y)), Column.Of("hit", x.Zip(y, (a, b) => a < 0.5 && b >= 0.5 ? 1.0 : 0))),
            new ClassificationTreeOptions { Pruning = TreePruning.None, LeastLeaf = 2, LeastSplit = 4, Resamples = 0 }, null, TestContext.Current.CancellationToken);

        tree.LeafOf.Count.ShouldBe(40);
        foreach (TreeNodeSummary leaf in tree.Nodes.Where(node => node.IsLeaf))
        {
            tree.LeafOf.Count(number => number == leaf.Number).ShouldBe(leaf.Count);
        }

        tree.PathTo(1).ShouldBe("all");
        string way = tree.PathTo(tree.Nodes.Single(node => node.IsLeaf && node.Estimate == 1).Number);
        way.ShouldContain(" and ");
        way.ShouldContain("x < ");
        way.ShouldContain("y >= ");
    }

    [Fact]
    public void Six_cases_are_worked_out_by_hand()
    {
        // Below 3.5 one of three is of class 1, above all are. Gini: 4/9 at the root, 4/9 and 0 below: half of it is left.
        ClassificationTreeResult result = Estimate([[1, 2, 3, 4, 5, 6]], [0, 1, 0, 1, 1, 1], Whole with { LeastLeaf = 3 });

        result.Nodes.Select(node => node.Rule).ShouldBe(["all", "x1 < 3.5", "x1 >= 3.5"]);
        result.Nodes.Select(node => node.Parent).ShouldBe([0, 1, 1]);
        result.Nodes.Select(node => node.Estimate).ShouldBe([4.0 / 6, 1.0 / 3, 1], tolerance: 1e-15);
        result.Nodes.Select(node => node.Impurity).ShouldBe([4.0 / 9, 4.0 / 9, 0], tolerance: 1e-15);
        result.Nodes.Select(node => node.Prediction).ShouldBe(["1", "0", "1"]);
        result.Nodes.Select(node => node.IsLeaf).ShouldBe([false, true, true]);
        result.Importance.ShouldBe([0.5], tolerance: 1e-15);
        result.Complexity.ShouldBe([0, 1.0 / 6], tolerance: 1e-15);
        result.Leaves.ShouldBe([2, 1]);
        result.Error.ShouldBe([1.0 / 6, 2.0 / 6], tolerance: 1e-15);
    }

    [Fact]
    public void It_is_the_tree_of_rpart_for_numbers()
    {
        // R 4.2.2, rpart 4.1.19, minsplit 20, minbucket 7, cp 0: complexities and errors relative to the root.
        ClassificationTreeResult result = Estimate(Numbers(), new() { Criterion = SplitCriterion.Variance, Pruning = TreePruning.LeastError });

        double root = result.Error[^1];
        (200 * root).ShouldBe(1005.832179930796, tolerance: 1e-9);
        result.Leaves.ShouldBe([18, 17, 16, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        double[] complexity =
        [
            0, 7.89188295961e-05, 9.99910008099e-05, 1.38257305367e-04, 1.42654658360e-04, 1.59875888149e-04, 1.73798142974e-04, 1.84293432495e-04,
            2.16729076614e-04, 2.80935110510e-04, 4.12856713190e-04, 6.04317637013e-04, 3.08470105004e-02, 3.30260628089e-02, 4.44355808941e-02,
            1.14822647534e-01, 7.58338828441e-01,
        ];
        Bits.Close([.. result.Complexity.Select(own => own / root)], complexity, relative: 1e-12).ShouldBeTrue();
        (result.Error[0] / root).ShouldBe(0.0158989847217, tolerance: 1e-12);
        (result.Error[13] / root).ShouldBe(0.0824029431314, tolerance: 1e-12);
        result.Nodes.Take(5).Select(node => node.Rule).ShouldBe(["all", "x1 < 40.5", "g in {a, c}", "g in {b, d}", "x1 >= 40.5"]);
        result.Nodes[1].Estimate.ShouldBe(1.218228031954, tolerance: 1e-11);
        (result.Nodes[1].Impurity * result.Nodes[1].Count).ShouldBe(51.863086846939, tolerance: 1e-9);
        result.Importance[0].ShouldBe(0.7583388284406, tolerance: 1e-12);
    }

    [Fact]
    public void It_is_the_tree_of_rpart_for_classes()
    {
        ClassificationTreeResult result = Estimate(Classes(), new());

        result.Nodes.Select(node => node.Rule).ShouldBe(["all", "x1 < 40.5", "x1 >= 40.5", "x2 < 60.5", "x2 >= 60.5"]);
        result.Nodes.Select(node => node.Count).ShouldBe([200, 81, 119, 72, 47]);
        result.Nodes.Select(node => node.Estimate).ShouldBe([0.39, 0.0617283950617, 0.6134453781513, 1, 0.0212765957447], tolerance: 1e-12);
        result.Complexity.Select(own => own / result.Error[^1]).ShouldBe([0, 0.461538461538], tolerance: 1e-12);
        // Gains of 29.3403091607 and 54.4795279814, twice the fall of the impurity times the cases, of 2 · 200 · 0.2379.
        result.Importance.ShouldBe([29.3403091607 / 95.16, 54.4795279814 / 95.16, 0, 0], tolerance: 1e-10);
        result.Chosen.ShouldBe(0);
    }

    [Fact]
    public void The_first_split_is_the_best_of_all() => Gen.Select(Cases, Gen.Bool, Gen.Int[1, 3]).Sample((cases, numeric, least) =>
    {
        ClassificationTreeOptions options = Whole with { Criterion = numeric ? SplitCriterion.Variance : SplitCriterion.Gini, LeastLeaf = least };
        ClassificationTreeResult result = Estimate(cases.Inputs, cases.Outcome, options);
        double Spread(double[] own) => own.Length == 0 ? 0 : numeric
            ? own.Sum(value => (value - own.Average()) * (value - own.Average()))
            : own.Length * (1 - own.GroupBy(value => value).Sum(group => Math.Pow((double)group.Count() / own.Length, 2)));
        double whole = Spread(cases.Outcome);
        double best = cases.Inputs.SelectMany(input => input.Distinct().Select(cut =>
        {
            double[] left = [.. cases.Outcome.Where((_, row) => input[row] < cut)];
            double[] right = [.. cases.Outcome.Where((_, row) => input[row] >= cut)];
            return left.Length < least || right.Length < least ? 0 : whole - Spread(left) - Spread(right);
        })).Max();
        double got = result.Nodes.Count == 1 ? 0 : whole - result.Nodes.Where(node => node.Parent == 1).Sum(node => node.Impurity * node.Count);
        return Math.Abs(got - best) < 1e-9 * (1 + whole);
    });

    [Fact]
    public void Children_share_the_cases_of_their_parent_and_leaves_keep_the_least_size() => Gen.Select(Cases, Gen.Int[1, 4]).Sample((cases, least) =>
    {
        ClassificationTreeResult result = Estimate(cases.Inputs, cases.Outcome, Whole with { LeastLeaf = least });
        return result.Nodes.Where(node => !node.IsLeaf).All(node => result.Nodes.Where(child => child.Parent == node.Number).Sum(child => child.Count) == node.Count)
            && result.Nodes.Skip(1).All(node => node.Count >= least)
            && Math.Abs(result.Nodes.Where(node => node.IsLeaf).Sum(node => node.Share) - 1) < 1e-12
            && result.Importance.Sum() <= 1 + 1e-9;
    });

    [Fact]
    public void The_order_of_cases_and_monotone_changes_of_inputs_do_not_matter() => Cases.Sample(cases =>
    {
        ClassificationTreeResult result = Estimate(cases.Inputs, cases.Outcome, Whole);
        ClassificationTreeResult turned = Estimate(
            [.. cases.Inputs.Select(own => own.Reverse().Select(value => Math.Pow(2, value)).ToArray())], [.. cases.Outcome.Reverse()], Whole);
        return result.Nodes.Select(node => (node.Parent, node.Count, node.Prediction)).SequenceEqual(turned.Nodes.Select(node => (node.Parent, node.Count, node.Prediction)))
            && Bits.Close(result.Complexity, turned.Complexity, relative: 1e-9);
    });

    [Fact]
    public void Cutting_back_saves_leaves_and_never_lowers_the_error() => Cases.Sample(cases =>
    {
        ClassificationTreeResult result = Estimate(cases.Inputs, cases.Outcome, Whole with { Criterion = SplitCriterion.Variance });
        int[] places = [.. Enumerable.Range(1, result.Complexity.Count - 1)];
        return result.Leaves[^1] == 1 && places.All(i => result.Complexity[i] > result.Complexity[i - 1]
            && result.Leaves[i] < result.Leaves[i - 1] && result.Error[i] >= result.Error[i - 1] - 1e-12
            // Between two trees of the sequence a leaf costs the complexity.
            && Math.Abs(((result.Error[i] - result.Error[i - 1]) / (result.Leaves[i - 1] - result.Leaves[i])) - result.Complexity[i]) < 1e-9);
    });

    [Fact]
    public void Leaving_each_case_out_gives_the_error_of_trees_grown_without_it()
    {
        (double[] x1, double[] x2, double[] _, string[] _, double[] noise) = CaseSamples.TwoHundred();
        double[][] inputs = [x1[..30], x2[..30]];
        double[] outcome = [.. x1[..30].Zip(noise, (x, e) => (x > 40 ? 2 : 0) + e)];
        ClassificationTreeOptions options = new() { Criterion = SplitCriterion.Variance, LeastLeaf = 5, LeastSplit = 10, Folds = 30 };
        ClassificationTreeResult result = Estimate(inputs, outcome, options);

        // The root alone predicts the mean of the others: its error is n/(n − 1) times the distance from the mean of all.
        double mean = outcome.Average();
        double expected = outcome.Average(value => Math.Pow((value - mean) * 30 / 29, 2));
        result.ValidatedError[^1].ShouldBe(expected, tolerance: 1e-12);
        result.ValidatedError.Min().ShouldBeLessThan(expected / 3);
    }

    [Fact]
    public void The_number_of_workers_does_not_matter()
    {
        ClassificationTreeResult one = Estimate(Numbers(), new() { Criterion = SplitCriterion.Variance }, workers: 1);
        ClassificationTreeResult three = Estimate(Numbers(), new() { Criterion = SplitCriterion.Variance }, workers: 3);

        Bits.Same(
            [.. one.ValidatedError, .. one.ValidatedStandardError, .. one.ImportanceLow, .. one.ImportanceHigh],
            [.. three.ValidatedError, .. three.ValidatedStandardError, .. three.ImportanceLow, .. three.ImportanceHigh]).ShouldBeTrue();
        one.Nodes.ShouldBe(three.Nodes);
        one.Nodes.Count.ShouldBeLessThan(Estimate(Numbers(), Whole with { Criterion = SplitCriterion.Variance }).Nodes.Count);
    }

    [Fact]
    public void Limits_of_importance_hold_what_matters_and_leave_out_what_does_not()
    {
        ClassificationTreeResult result = Estimate(Numbers(), new() { Criterion = SplitCriterion.Variance });

        // x1 makes most of the outcome, x3 nothing: no sample may mistake the one for the other.
        result.ImportanceLow[0].ShouldBeInRange(0.6, result.Importance[0]);
        result.ImportanceHigh[0].ShouldBeInRange(result.Importance[0], 0.9);
        result.ImportanceHigh[2].ShouldBeLessThan(0.02);
        Estimate(Numbers(), Whole with { Criterion = SplitCriterion.Variance }).ImportanceLow.ShouldAllBe(limit => double.IsNaN(limit));
    }

    [Fact]
    public void A_threshold_makes_classes_and_three_classes_are_told_apart()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
        ClassificationTreeResult two = Estimate([x], x, Whole with { Threshold = 20, Side = ThresholdSide.AtMost });
        ClassificationTreeResult three = Estimate([x], [.. x.Select(value => Math.Floor(value / 10))], Whole);

        two.Nodes.Select(node => node.Rule).ShouldBe(["all", "x1 < 20.5", "x1 >= 20.5"]);
        two.Nodes[1].Estimate.ShouldBe(1);
        three.Nodes.Where(node => node.IsLeaf).Select(node => node.Prediction).ShouldBe(["0", "1", "2"], ignoreOrder: true);
    }

    [Fact]
    public void Neighbouring_numbers_can_be_split()
    {
        double one = 1;
        double next = Math.BitIncrement(one);
        ClassificationTreeResult result = Estimate([[one, one, next, next]], [0, 0, 1, 1], Whole);

        result.Nodes.Select(node => node.Count).ShouldBe([4, 2, 2]);
    }

    [Fact]
    public void Inputs_that_tell_nothing_are_not_asked()
    {
        ClassificationTreeResult result = Estimate([[1, 1, 1, 1, 1]], [0, 1, 0, 1, 1], Whole);

        result.Nodes.ShouldHaveSingleItem().IsLeaf.ShouldBeTrue();
        result.Importance.ShouldBe([0]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("no-split");
    }

    [Fact]
    public void Wrong_cases_and_options_are_refused_with_value_and_range()
    {
        string Message(double[] input, double[] outcome, ClassificationTreeOptions options) =>
            Should.Throw<ArgumentException>(() => Estimate([input], outcome, options)).Message;

        Message([1, 2, double.NaN, 4], [0, 1, 0, 1], Whole).ShouldContain("x1 must not be missing; row 3");
        Message([1, 2, 3], [0, 1, 0], Whole).ShouldContain("at least 4 cases; it held 3");
        Message([1, 2, 3, 4], [1, 1, 1, 1], Whole).ShouldContain("2 to 50 different values as classes; it had 1");
        Message([1, 2, 3, 4], [2, 2, 2, 2], Whole with { Criterion = SplitCriterion.Variance }).ShouldContain("all values were 2");
        Message([1, 2, 3, 4], [1, 2, 3, 4], Whole with { Criterion = SplitCriterion.Variance, Threshold = 2 }).ShouldContain("must not be given with the criterion variance");
        Message([1, 2, 3, 4], [0, 1, 0, 1], new()).ShouldContain("[2, 4] with 4 cases; it was 10");
        Should.Throw<ArgumentException>(() => Estimate(
            new CaseSample(Table.Of("sample", Column.Of("g", ["a", "b", "c", "a"])), Column.Of("value", [1.0, 2, 3, 1])), Whole))
            .Message.ShouldContain("g holds texts and there are 3 classes");
        Should.Throw<ArgumentException>(() => Estimate(
            new CaseSample(Table.Of("sample", Column.Of("x", [1.0, 2, 3, 4])), Column.Of("value", ["a", "b", "a", "b"])), Whole with { Criterion = SplitCriterion.Variance }))
            .Message.ShouldContain("must be numbers with the criterion variance");
        Should.Throw<ArgumentOutOfRangeException>(() => new ClassificationTreeOptions { LeastLeaf = 0 });
    }

    private static CaseSample Numbers()
    {
        (double[] x1, double[] x2, double[] x3, string[] g, double[] noise) = CaseSamples.TwoHundred();
        return new CaseSample(
            Table.Of("sample", Column.Of("x1", x1), Column.Of("x2", x2), Column.Of("x3", x3), Column.Of("g", g)),
            Column.Of("value", noise.Select((e, i) => (x1[i] > 40 ? 3 : 0) + (x2[i] > 50 && x1[i] > 40 ? 2 : 0) + (g[i] is "b" or "d" ? 1.5 : 0) + e)));
    }

    private static CaseSample Classes()
    {
        (double[] x1, double[] x2, double[] x3, string[] g, double[] noise) = CaseSamples.TwoHundred();
        return new CaseSample(
            Table.Of("sample", Column.Of("x1", x1), Column.Of("x2", x2), Column.Of("x3", x3), Column.Of("g", g)),
            Column.Of("value", noise.Select((e, i) => (x1[i] > 40 && x2[i] < 60) || e > 0.9 ? 1.0 : 0)));
    }

    private static ClassificationTreeResult Estimate(double[][] inputs, double[] outcome, ClassificationTreeOptions options) =>
        Estimate(CaseSamples.Of(inputs, outcome), options);

    private static ClassificationTreeResult Estimate(CaseSample sample, ClassificationTreeOptions options, int workers = 1) =>
        ClassificationTree.Estimate(sample, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
