using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Karkhana.Tests.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class PartialLeastSquaresPathTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Blocks = new(StringComparer.Ordinal)
    {
        ["a"] = ["i1", "i2", "i3"],
        ["b"] = ["i4", "i5", "i6"],
        ["c"] = ["i7", "i8", "i9"],
    };

    private static readonly PartialLeastSquaresPathOptions Chain = new() { Blocks = Blocks, Paths = [["a", "b"], ["b", "c"], ["a", "c"]] };

    /// <summary>Answers of 40 rows to nine indicators of three constructs that go together.</summary>
    private static readonly Gen<double[][]> Answers =
        from factors in Gen.Int[-20, 20].Array[40].Array[3]
        from own in Gen.Int[-10, 10].Array[40].Array[9]
        select own.Select((residual, item) => residual.Select((e, row) =>
            (factors[item / 3][row] * (1 + (item % 3) * 0.2)) + (0.6 * factors[0][row]) + e + ((row % 4) * 2.0)).ToArray()).ToArray();

    [Fact]
    public void Single_indicators_give_correlations_and_regressions()
    {
        double[][] data = FactorData.Exact(Matrix<double>.Build.DenseOfArray(
            new[,] { { 1, 0.5, 0.4 }, { 0.5, 1, 0.6 }, { 0.4, 0.6, 1 } }), 30);
        PartialLeastSquaresPathResult result = Estimate(FactorData.Of(data), new()
        {
            Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1"], ["b"] = ["i2"], ["c"] = ["i3"] },
            Paths = Chain.Paths,
        });

        // b on a: 0.5. c on a and b: (0.4 − 0.5·0.6)/0.75 = 2/15 and (0.6 − 0.5·0.4)/0.75 = 8/15; R² = 2/15·0.4 + 8/15·0.6 = 28/75.
        result.Weights.ShouldBe([1, 1, 1], tolerance: 1e-12);
        result.Paths.ShouldBe(["b~a", "c~b", "c~a"]);
        result.Coefficients.ShouldBe([0.5, 8.0 / 15, 2.0 / 15], tolerance: 1e-9);
        result.RSquared[0].ShouldBe(double.NaN);
        result.RSquared[1].ShouldBe(0.25, tolerance: 1e-9);
        result.RSquared[2].ShouldBe(28.0 / 75, tolerance: 1e-9);
        result.EffectSizes[1].ShouldBe(((28.0 / 75) - 0.16) / (47.0 / 75), tolerance: 1e-9);
        Output(result, "total_effect")[2].ShouldBe((2.0 / 15) + (0.5 * 8 / 15), tolerance: 1e-9);
        result.RhoA.ShouldAllBe(value => double.IsNaN(value));
        result.AverageVarianceExtracted.ShouldBe([1, 1, 1], tolerance: 1e-12);
    }

    [Fact]
    public void Two_formative_constructs_have_the_canonical_correlation() => Answers.Sample(answers =>
    {
        ItemResponses sample = FactorData.Of(answers[..6]);
        Matrix<double> s = ItemCovariance.Of(sample).Correlations();
        (Matrix<double> aa, Matrix<double> ab, Matrix<double> bb) = (s.SubMatrix(0, 3, 0, 3), s.SubMatrix(0, 3, 3, 3), s.SubMatrix(3, 3, 3, 3));
        double[] squares = [.. (aa.Inverse() * ab * bb.Inverse() * ab.Transpose()).Evd().EigenValues.Select(value => value.Real).OrderDescending()];
        if (squares[1] > 0.8 * squares[0])
        {
            return; // two directions that are nearly as good: weights settle slowly
        }

        PartialLeastSquaresPathResult result = Estimate(sample, new()
        {
            Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = Blocks["a"], ["b"] = Blocks["b"] },
            Paths = [["a", "b"]],
            Formative = ["a", "b"],
        });

        Math.Abs(result.Coefficients[0]).ShouldBe(Math.Sqrt(squares[0]), tolerance: 1e-8);
    }, iter: 30);

    [Fact]
    public void Weights_reproduce_themselves_and_composites_have_variance_1() => Answers.Sample(answers =>
    {
        foreach (InnerWeighting scheme in Enum.GetValues<InnerWeighting>())
        {
            PartialLeastSquaresPathResult result = Estimate(FactorData.Of(answers), Chain with { Scheme = scheme });
            for (int construct = 0; construct < 3; construct++)
            {
                double[] scores = [.. Enumerable.Range(0, 40).Select(row => result.Scores[row, construct])];
                Karkhana.Core.Kernels.Sums.Variance(scores).ShouldBe(1, tolerance: 1e-9);
                result.Loadings.Skip(3 * construct).Take(3).Count(loading => loading > 0).ShouldBeGreaterThan(1);
            }

            result.Notes.ShouldBeEmpty();
        }
    }, iter: 20);

    [Fact]
    public void Units_and_order_of_rows_change_nothing() => Gen.Select(Answers, Gen.Int[1, 9].Array[9]).Sample((answers, units) =>
    {
        PartialLeastSquaresPathResult first = Estimate(FactorData.Of(answers), Chain);
        PartialLeastSquaresPathResult second = Estimate(
            FactorData.Of([.. answers.Select((own, item) => own.Reverse().Select(answer => (answer * units[item]) + 7).ToArray())]), Chain);

        second.Coefficients.ShouldBe(first.Coefficients, tolerance: 1e-8);
        second.Weights.ShouldBe(first.Weights, tolerance: 1e-8);
        second.RhoA.ShouldBe(first.RhoA, tolerance: 1e-7);
    }, iter: 30);

    [Fact]
    public void Two_constructs_have_the_same_weights_by_every_scheme() => Answers.Sample(answers =>
    {
        PartialLeastSquaresPathOptions two = new()
        {
            Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = Blocks["a"], ["b"] = Blocks["b"] },
            Paths = [["a", "b"]],
        };
        double[][] weights = [.. Enum.GetValues<InnerWeighting>().Select(
            scheme => Estimate(FactorData.Of(answers[..6]), two with { Scheme = scheme }).Weights.ToArray())];

        weights[1].ShouldBe(weights[0], tolerance: 1e-8);
        weights[2].ShouldBe(weights[0], tolerance: 1e-8);
    }, iter: 20);

    [Fact]
    public void Intervals_hold_the_estimate_and_do_not_depend_on_workers()
    {
        ItemResponses sample = Example();
        PartialLeastSquaresPathOptions options = Chain with { Replicates = 199 };
        PartialLeastSquaresPathResult one = PartialLeastSquaresPath.Estimate(
            sample, options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        PartialLeastSquaresPathResult four = PartialLeastSquaresPath.Estimate(
            sample, options, new ExecutionOptions { Workers = 4 }, TestContext.Current.CancellationToken);

        Bits.Same([.. one.StandardErrors, .. one.ConfidenceLow, .. one.ConfidenceHigh], [.. four.StandardErrors, .. four.ConfidenceLow, .. four.ConfidenceHigh])
            .ShouldBeTrue();
        for (int path = 0; path < 3; path++)
        {
            one.Coefficients[path].ShouldBeInRange(one.ConfidenceLow[path], one.ConfidenceHigh[path]);
            one.StandardErrors[path].ShouldBeInRange(0.02, 0.4);
        }
    }

    [Fact]
    public void Rows_with_a_gap_are_left_out_and_the_others_keep_their_number()
    {
        ItemResponses sample = Example();
        double[] first = [.. sample.Answers[0]];
        first[1] = double.NaN;
        PartialLeastSquaresPathResult result = Estimate(sample with { Answers = [first, .. sample.Answers.Skip(1)] }, Chain);

        result.Rows.Take(3).ShouldBe([0, 2, 3]);
        result.Scores.GetLength(0).ShouldBe(result.Rows.Count);
        result.ToOutputs().All["score"].Rows.Take(2).ShouldBe(["1", "3"]);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("incomplete-respondents");
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        ItemResponses sample = Example();

        Message(sample, Chain with { Paths = [["a", "b"], ["b", "c"], ["c", "a"]] }).ShouldContain("must not run in a circle; a, b, c");
        Message(sample, Chain with { Paths = [["a", "b"]] }).ShouldContain("c had none");
        Message(sample, Chain with { Paths = [["a", "b"], ["a", "b"], ["b", "c"]] }).ShouldContain("[a, b] came twice");
        Message(sample, Chain with { Paths = [["a", "x"]] }).ShouldContain("[a, x]");
        Message(sample, Chain with { Formative = ["x"] }).ShouldContain("x is not one");
        Message(sample, Chain with { Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1"], ["b"] = ["i1"] } }).ShouldContain("i1 came twice");
        Message(sample, Chain with { Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1"], ["b"] = [] } }).ShouldContain("b had none");
        Message(sample, Chain with { Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1"], ["b"] = ["i0"] } }).ShouldContain("i0 is not one");
        Message(sample, Chain with { Blocks = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1"] } }).ShouldContain("it named 1");
        Message(sample with { Answers = [.. sample.Answers.Take(8), [.. Enumerable.Repeat(4.0, 40)]] }, Chain).ShouldContain("every answer to i9 is 4");
        Message(sample with { Answers = [sample.Answers[1], .. sample.Answers.Skip(1)] }, Chain with { Formative = ["a"] }).ShouldContain("those of a do");
        Should.Throw<ArgumentException>(() => Chain with { Replicates = 5 }).Message.ShouldContain("5");
    }

    private static string Message(ItemResponses sample, PartialLeastSquaresPathOptions options) =>
        Should.Throw<ArgumentException>(() => Estimate(sample, options)).Message;

    private static ItemResponses Example() => FactorData.Of(FactorData.Exact(
        FactorData.Correlations(FactorData.ThreeBlocks(), FactorData.SecondOrder(0.8, 0.7, 0.6)), 40));

    private static IReadOnlyList<double> Output(PartialLeastSquaresPathResult result, string name) => result.ToOutputs().All[name].Numbers!;

    private static PartialLeastSquaresPathResult Estimate(ItemResponses sample, PartialLeastSquaresPathOptions options) =>
        PartialLeastSquaresPath.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
}
