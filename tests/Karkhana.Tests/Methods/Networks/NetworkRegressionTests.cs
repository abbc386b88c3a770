using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Networks;

public sealed class NetworkRegressionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void One_predictor_that_is_there_or_not_gives_the_difference_of_two_shares()
    {
        // Of 8 family pairs all give advice; of the 12 others, 2.
        NetworkRegressionResult result = Estimate(
            new(DyadicMeasuresTests.Of(5, "01 02 03 04 10 12 20 21 34 43"), [DyadicMeasuresTests.Of(5, "01 02 10 12 20 21 34 43")]), new() { Names = ["family"] });

        result.Terms.ShouldBe(["intercept", "family"]);
        Bits.Close(result.Estimates, [2 / 12.0, 10 / 12.0], 1e-14).ShouldBeTrue();
        result.RSquared.ShouldBe(16 / 24.0, 1e-14);
        result.StandardErrors[1].ShouldBe(Math.Sqrt(20 / 12.0 / 18 / 4.8), 1e-14);
        result.Observations.ShouldBe(20);
        result.Notes.Single().Code.ShouldBe("pairs-not-independent");
    }

    [Fact]
    public void The_logit_of_one_such_predictor_gives_the_logarithm_of_the_odds_ratio()
    {
        // Near pairs: 3 of 4 tied; others: 2 of 8.
        NetworkRegressionResult result = Estimate(
            new(DyadicMeasuresTests.Of(4, "01 10 02 13 31"), [DyadicMeasuresTests.Of(4, "01 10 02 20")]), new() { Names = ["near"], Family = RegressionFamily.Logit });

        result.Estimates[0].ShouldBe(Math.Log(2 / 6.0), 1e-9);
        result.Estimates[1].ShouldBe(Math.Log(3 / 1.0 / (2 / 6.0)), 1e-9);
        result.StandardErrors[1].ShouldBe(Math.Sqrt((1 / 3.0) + 1 + 0.5 + (1 / 6.0)), 1e-9);
        double deviance = -2 * ((3 * Math.Log(0.75)) + Math.Log(0.25) + (2 * Math.Log(0.25)) + (6 * Math.Log(0.75)));
        result.Deviance.ShouldBe(deviance, 1e-10);
        result.Aic.ShouldBe(deviance + 4, 1e-10);
    }

    [Theory]
    [InlineData(true, 0.0)]
    [InlineData(true, 0.1)]
    [InlineData(false, 0.0)]
    [InlineData(false, 0.1)]
    public void Least_squares_and_its_permutations_are_those_of_the_normal_equations(bool directed, double missing) => Gen.Int[1, 1_000_000].Sample(
        seed =>
        {
            RandomStream stream = new((ulong)seed, RandomPurpose.Example, 0);
            const int N = 9;
            double[][,] networks = [.. Enumerable.Range(0, 4).Select(_ => Drawn(stream, N, directed, missing))];
            int[][] orders = [.. Enumerable.Range(0, 30).Select(_ =>
            {
                int[] order = [.. Enumerable.Range(0, N)];
                stream.Shuffle<int>(order);
                return order;
            })];
            NetworkRegressionResult result = Estimate(
                new(DyadicMeasuresTests.Matrix(networks[0]), [.. networks[1..].Select(DyadicMeasuresTests.Matrix)], orders),
                new() { Names = ["a", "b", "c"], Test = DyadTest.Dsp, Directed = directed });
            Twin twin = new(networks, directed);
            (double[] estimates, double[] t) = twin.Fit(twin.Columns);
            double[] p = [.. Enumerable.Range(1, 3).Select(term => orders.Count(order =>
                Math.Abs(twin.Permuted(term, order)) >= Math.Abs(t[term]) * (1 - 1e-9)) / 30.0)];
            return Bits.Close(result.Estimates, estimates, 1e-9) && Bits.Close(result.Statistics, t, 1e-8)
                && Bits.Close(result.PValues, [double.NaN, .. p], 1e-12);
        },
        iter: 40);

    [Fact]
    public void Workers_do_not_change_the_bits()
    {
        NetworkRegressionInput input = new(
            DyadicMeasuresTests.Matrix(SampleNetworks.Binary(DyadicMeasuresTests.Drawn(20, 1))),
            [DyadicMeasuresTests.Matrix(DyadicMeasuresTests.Drawn(20, 2)), DyadicMeasuresTests.Matrix(DyadicMeasuresTests.Drawn(20, 3))]);
        foreach (RegressionFamily family in Enum.GetValues<RegressionFamily>())
        {
            NetworkRegressionOptions options = new() { Names = ["a", "b"], Test = DyadTest.Dsp, Family = family, Replicates = 99 };
            NetworkRegressionResult one = NetworkRegression.Estimate(input, options, new ExecutionOptions { Workers = 1 }, Token);
            NetworkRegressionResult four = NetworkRegression.Estimate(input, options, new ExecutionOptions { Workers = 4 }, Token);
            Bits.Same(one.PValues, four.PValues).ShouldBeTrue();
            one.PValues.Skip(1).ShouldAllBe(p => p >= 0.01 && p <= 1);
            one.Provenance.Seed.ShouldBe(2003ul);
        }
    }

    [Fact]
    public void A_network_made_of_a_predictor_is_told_from_one_that_is_not()
    {
        double[,] x = DyadicMeasuresTests.Drawn(20, 2);
        double[,] noise = DyadicMeasuresTests.Drawn(20, 3);
        double[,] y = SampleNetworks.Cells(20, (i, j) => i == j ? 0 : x[i, j] + (2 * noise[i, j]));
        DyadMatrix other = DyadicMeasuresTests.Matrix(DyadicMeasuresTests.Drawn(20, 4));
        NetworkRegressionResult ols = Estimate(
            new(DyadicMeasuresTests.Matrix(y), [DyadicMeasuresTests.Matrix(x), other]), new() { Names = ["x", "other"], Test = DyadTest.Dsp, Replicates = 199 });
        NetworkRegressionResult logit = Estimate(
            new(DyadicMeasuresTests.Matrix(SampleNetworks.Cells(20, (i, j) => i != j && y[i, j] > 4 ? 1 : 0)), [DyadicMeasuresTests.Matrix(x), other]),
            new() { Names = ["x", "other"], Test = DyadTest.Dsp, Replicates = 199, Family = RegressionFamily.Logit });

        foreach (NetworkRegressionResult result in new[] { ols, logit })
        {
            result.PValues[1].ShouldBe(0.005);
            result.PValues[2].ShouldBeGreaterThan(0.02);
        }

        ols.Estimates[1].ShouldBe(1, 0.3);
    }

    [Fact]
    public void A_predictor_that_separates_ties_from_gaps_is_noted()
    {
        DyadMatrix ties = DyadicMeasuresTests.Of(5, "01 02 10 12 20 21");
        NetworkRegressionResult result = Estimate(new(ties, [ties]), new() { Names = ["itself"], Family = RegressionFamily.Logit });

        result.Notes.Select(note => note.Code).ShouldContain("not-converged");
    }

    [Fact]
    public void Bad_input_is_refused_with_what_is_wrong()
    {
        DyadMatrix ring = DyadicMeasuresTests.Of(5, "01 12 23 34 40");
        DyadMatrix other = DyadicMeasuresTests.Of(5, "02 24 41 13 30 01");
        string Message(DyadMatrix y, DyadMatrix[] x, NetworkRegressionOptions options) =>
            Should.Throw<ArgumentException>(() => Estimate(new(y, x), options)).Message;

        Message(ring, [other], new() { Names = ["a", "b"] }).ShouldContain("names must have 1 values; it had 2");
        Message(ring, [other, ring], new() { Names = ["a", "a"] }).ShouldContain("must differ");
        Message(ring, [other], new() { Names = ["intercept"] }).ShouldContain("must differ");
        Message(ring, [other, other], new() { Names = ["a", "b"] }).ShouldContain("b must vary and must not be");
        Message(ring, [other, other], new() { Names = ["a", "b"], Family = RegressionFamily.Logit }).ShouldContain("b must vary and must not be");
        Message(ring, [DyadicMeasuresTests.Of(5, "")], new() { Names = ["none"] }).ShouldContain("none must vary");
        Message(DyadicMeasuresTests.Of(5, ""), [ring], new() { Names = ["a"] }).ShouldContain("all of them were 0");
        Message(DyadicMeasuresTests.Matrix(DyadicMeasuresTests.Drawn(5, 1)), [ring], new() { Names = ["a"], Family = RegressionFamily.Logit }).ShouldContain("0 and 1");
        Message(ring, [other], new() { Names = ["a"], Directed = false }).ShouldContain("symmetric");
        Message(ring, [DyadicMeasuresTests.Of(4, "01")], new() { Names = ["a"] }).ShouldContain("same order");
        Message(DyadicMeasuresTests.Of(1, ""), [DyadicMeasuresTests.Of(1, "")], new() { Names = ["a"] }).ShouldContain("more than 2 pairs");
        Message(ring, [], new() { Names = [] }).ShouldContain("[1, 12]");
    }

    private static double[,] Drawn(RandomStream stream, int n, bool directed, double missing)
    {
        double[,] cells = SampleNetworks.Cells(n, (i, j) => i == j ? 0 : stream.NextDouble() < missing ? double.NaN : Math.Round(10 * stream.NextDouble()));
        return directed ? cells : SampleNetworks.Cells(n, (i, j) => cells[Math.Min(i, j), Math.Max(i, j)]);
    }

    private static NetworkRegressionResult Estimate(NetworkRegressionInput input, NetworkRegressionOptions options) =>
        NetworkRegression.Estimate(input, options, null, Token);

    /// <summary>The regression on lists of pairs, by the normal equations.</summary>
    private sealed class Twin
    {
        private readonly (int I, int J)[] _pairs;
        private readonly int _n;
        private readonly double[] _y;

        public Twin(double[][,] networks, bool directed)
        {
            _n = networks[0].GetLength(0);
            _pairs = [.. Enumerable.Range(0, _n * _n).Select(cell => (cell / _n, cell % _n))
                .Where(pair => (directed ? pair.Item1 != pair.Item2 : pair.Item1 < pair.Item2) && networks.All(network => !double.IsNaN(network[pair.Item1, pair.Item2])))];
            _y = [.. _pairs.Select(pair => networks[0][pair.I, pair.J])];
            Columns = [[.. _pairs.Select(_ => 1.0)], .. networks[1..].Select(network => _pairs.Select(pair => network[pair.I, pair.J]).ToArray())];
            Directed = directed;
        }

        public double[][] Columns { get; }

        private bool Directed { get; }

        public (double[] Estimates, double[] T) Fit(double[][] columns) => Fit(columns, _y);

        public double Permuted(int term, int[] order)
        {
            double[][] others = [.. Columns.Where((_, column) => column != term)];
            (double[] estimates, double[] _) = Fit(others, Columns[term]);
            double[,] residual = new double[_n, _n];
            for (int pair = 0; pair < _pairs.Length; pair++)
            {
                double left = Columns[term][pair] - others.Select((column, k) => column[pair] * estimates[k]).Sum();
                residual[_pairs[pair].I, _pairs[pair].J] = left;
                if (!Directed)
                {
                    residual[_pairs[pair].J, _pairs[pair].I] = left;
                }
            }

            double[][] columns = [.. Columns];
            columns[term] = [.. _pairs.Select(pair => residual[order[pair.I], order[pair.J]])];
            return Fit(columns).T[term];
        }

        private static (double[] Estimates, double[] T) Fit(double[][] columns, double[] y)
        {
            Matrix<double> x = Matrix<double>.Build.DenseOfColumns(columns);
            Vector<double> outcome = Vector<double>.Build.Dense(y);
            Matrix<double> inverse = (x.Transpose() * x).Inverse();
            Vector<double> estimates = inverse * (x.Transpose() * outcome);
            Vector<double> left = outcome - (x * estimates);
            double variance = left.DotProduct(left) / (y.Length - columns.Length);
            return ([.. estimates], [.. estimates.Select((estimate, k) => estimate / Math.Sqrt(variance * inverse[k, k]))]);
        }
    }
}
