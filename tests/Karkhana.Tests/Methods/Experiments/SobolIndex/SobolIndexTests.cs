using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class SobolIndexTests
{
    [Theory]
    [InlineData(SobolEstimator.Saltelli, SobolVariance.Pooled, 20 / 7.0, 5 / 7.0)]
    [InlineData(SobolEstimator.Jansen, SobolVariance.Pooled, 1, 5 / 7.0)]
    [InlineData(SobolEstimator.Homma, SobolVariance.Pooled, 20 / 7.0, -5 / 7.0)]
    [InlineData(SobolEstimator.Saltelli2007, SobolVariance.Pooled, 20 / 7.0, -10 / 7.0)]
    [InlineData(SobolEstimator.Martinez, SobolVariance.Pooled, 1, 0)]
    [InlineData(SobolEstimator.Saltelli, SobolVariance.Sample, 10, 5 / 3.0)]
    [InlineData(SobolEstimator.Jansen, SobolVariance.Sample, 1, 5 / 3.0)]
    public void Two_base_points_are_worked_out_by_hand(SobolEstimator estimator, SobolVariance variance, double first, double total)
    {
        // A = 1, 3; B = AB1 = 2, 6. Pooled variance 3.5, of A alone 2; B(AB − A) = 2, 18; (A − AB)² = 1, 9; A·AB = 2, 18.
        EvaluationDraws draws = new([1, 3], [2, 6], [[2, 6]], []);

        SobolIndexResult result = Estimate(draws.Evaluations, new() { Estimator = estimator, Variance = variance, Centred = false });

        result.FirstOrder[0].ShouldBe(first, tolerance: 1e-14);
        result.Total[0].ShouldBe(total, tolerance: 1e-14);
    }

    [Fact]
    public void Names_of_inputs_stand_in_table_and_notes()
    {
        SobolEvaluations evaluations = new EvaluationDraws([1, 3], [2, 6], [[2, 6]], []).Evaluations.Named(["wages"]);

        SobolIndexResult result = Estimate(evaluations, new() { Estimator = SobolEstimator.Homma, Centred = false });

        result.Variables.ShouldBe(["wages"]);
        result.Notes.Single(note => note.Code == "index-outside-range").Text.ShouldContain("total of wages = -0.7143");
        Should.Throw<ArgumentException>(() => evaluations.Named(["wages", "rent"]));
    }

    [Fact]
    public void Indices_are_those_of_their_definitions() => Gen.Select(EvaluationDraws.All, EvaluationDraws.Options).Sample((draws, options) =>
        Bits.Close(All(Estimate(draws.Evaluations, options)), draws.Indices(options), relative: 1e-10));

    [Fact]
    public void The_order_of_rows_does_not_matter() => Gen.Select(EvaluationDraws.All, EvaluationDraws.Options).Sample((draws, options) =>
        Bits.Same(All(Estimate(draws.Evaluations, options)), All(Estimate(draws.Of(row => row * 7919 % 1009), options))));

    [Fact]
    public void A_change_of_unit_does_not_matter_when_values_are_centred() => Gen.Select(EvaluationDraws.All, EvaluationDraws.Options).Sample((draws, options) =>
        Bits.Close(
            All(Estimate(draws.Evaluations, options with { Centred = true })),
            All(Estimate(draws.Map(value => 40 - (3 * value)).Evaluations, options with { Centred = true })),
            relative: 1e-9));

    [Theory]
    [InlineData(SobolEstimator.Saltelli)]
    [InlineData(SobolEstimator.Jansen)]
    [InlineData(SobolEstimator.Homma)]
    [InlineData(SobolEstimator.Saltelli2007)]
    [InlineData(SobolEstimator.Martinez)]
    public void Every_estimator_finds_the_indices_of_the_Ishigami_function_within_its_intervals(SobolEstimator estimator)
    {
        SaltelliDesignResult design = SaltelliDesign.Estimate(
            new() { Bounds = StandardModels.Pi3, BaseCount = 4096 }, cancellationToken: TestContext.Current.CancellationToken);
        SobolEvaluations evaluations = SobolEvaluations.Of(design, StandardModels.Over(design.Design, StandardModels.Ishigami));
        ExactSobolIndexResult exact = ExactSobolIndex.Estimate(
            new() { Function = StandardFunction.Ishigami, A = [7], B = 0.1 }, cancellationToken: TestContext.Current.CancellationToken);

        SobolIndexResult result = Estimate(evaluations, new() { Estimator = estimator });

        for (int input = 0; input < 3; input++)
        {
            result.FirstOrder[input].ShouldBe(exact.FirstOrder[input], tolerance: 0.01);
            result.Total[input].ShouldBe(exact.Total[input], tolerance: 0.01);
            result.FirstOrderConfLow[input].ShouldBeLessThan(exact.FirstOrder[input]);
            result.FirstOrderConfHigh[input].ShouldBeGreaterThan(exact.FirstOrder[input]);
            result.TotalConfLow[input].ShouldBeLessThan(exact.Total[input] + 1e-12);
            result.TotalConfHigh[input].ShouldBeGreaterThan(exact.Total[input] - 1e-12);
        }

        result.SecondOrder[2].ShouldBe(exact.Total[2], tolerance: 0.02); // x1 with x3 is all that x3 does
        result.SecondOrder[1].ShouldBe(0, tolerance: 0.02);
        result.Notes.ShouldNotContain(note => note.Code == "not-converged");
    }

    [Fact]
    public void An_inert_input_has_a_total_of_exactly_nothing() => EvaluationDraws.All.Sample(draws =>
    {
        EvaluationDraws inert = draws with { MixedA = [draws.A, .. draws.MixedA.Skip(1)] };
        return new[] { SobolEstimator.Saltelli, SobolEstimator.Jansen, SobolEstimator.Martinez, SobolEstimator.Saltelli2007 }.All(estimator =>
        {
            SobolIndexResult result = Estimate(inert.Evaluations, new() { Estimator = estimator });
            return result.Total[0] == 0 && result.TotalConfLow[0] == 0 && result.TotalConfHigh[0] == 0;
        });
    });

    [Fact]
    public void Limits_without_bootstrap_are_those_of_leaving_out_each_base_point() => Gen.Select(EvaluationDraws.All, EvaluationDraws.Options).Sample((draws, options) =>
    {
        int n = draws.A.Length;
        double[] all = draws.Indices(options);
        double[][] without = [.. Enumerable.Range(0, n).Select(left => draws.Taking([.. Enumerable.Range(0, n).Where(point => point != left)]).Indices(options))];
        double t = StudentT.Quantile(0.975, n - 1);
        double[] low = [.. all.Select((index, place) =>
        {
            double mean = without.Average(values => values[place]);
            return index - (t * Math.Sqrt((n - 1.0) / n * without.Sum(values => Math.Pow(values[place] - mean, 2))));
        })];
        SobolIndexResult result = Estimate(draws.Evaluations, options);
        return low.Any(limit => Math.Abs(limit) > 1e4) // a near-constant rest: digits are lost on both sides
            || Bits.Close([.. result.FirstOrderConfLow, .. result.TotalConfLow, .. Pairs(result.SecondOrderConfLow, draws)], low, relative: 1e-6);
    });

    [Fact]
    public void Bootstrap_limits_are_percentiles_of_the_indices_of_repeated_base_points() => Gen.Select(EvaluationDraws.All, EvaluationDraws.Options).Sample((draws, options) =>
    {
        int n = draws.A.Length;
        SobolIndexOptions drawn = options with { Resamples = 19, Seed = 5, Level = 0.8 };
        BootstrapCounts counts = new([.. Enumerable.Repeat(1, n)]);
        double[][] repeated = [.. Enumerable.Range(0, 19).Select(replicate =>
        {
            int[] own = new int[n];
            counts.Draw(new RandomStream(5, RandomPurpose.Bootstrap, replicate), own);
            return draws.Taking([.. own.SelectMany((count, point) => Enumerable.Repeat(point, count))]).Indices(options);
        })];
        double[] high = [.. Enumerable.Range(0, repeated[0].Length).Select(place => Quantiles.Type7([.. repeated.Select(values => values[place]).Where(double.IsFinite).Order()], 0.9))];
        SobolIndexResult result = Estimate(draws.Evaluations, drawn);
        return high.Any(limit => Math.Abs(limit) > 1e4)
            || Bits.Close([.. result.FirstOrderConfHigh, .. result.TotalConfHigh, .. Pairs(result.SecondOrderConfHigh, draws)], high, relative: 1e-6);
    }, iter: 30);

    [Fact]
    public void Any_number_of_workers_gives_the_same_limits()
    {
        EvaluationDraws draws = new([1, 3, 2, 5, 4], [2, 6, 1, 1, 0], [[2, 4, 2, 5, 3], [1, 6, 1, 2, 0]], [[1, 1, 4, 2, 7], [3, 2, 1, 4, 4]]);
        SobolIndexOptions options = new() { Resamples = 500 };

        SobolIndexResult one = SobolIndex.Estimate(draws.Evaluations, options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        SobolIndexResult four = SobolIndex.Estimate(draws.Evaluations, options, new ExecutionOptions { Workers = 4 }, TestContext.Current.CancellationToken);

        Bits.Same([.. one.FirstOrderConfLow, .. one.TotalConfHigh, .. one.SecondOrderConfLow], [.. four.FirstOrderConfLow, .. four.TotalConfHigh, .. four.SecondOrderConfLow]).ShouldBeTrue();
        one.Provenance.Seed.ShouldBe(2010ul);
    }

    [Fact]
    public void The_half_is_that_of_the_first_base_points_by_number() => Gen.Select(EvaluationDraws.All, EvaluationDraws.Options).Sample((draws, options) =>
    {
        SobolIndexResult result = Estimate(draws.Of(row => row * 7919 % 1009), options);
        double[] half = draws.Taking([.. Enumerable.Range(0, draws.A.Length / 2)]).Indices(options);
        double[] both = [.. result.FirstOrderHalf, .. result.TotalHalf];
        double change = result.FirstOrder.Concat(result.Total).Zip(both, (all, own) => Math.Abs(all - own)).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();
        return half.Any(index => Math.Abs(index) > 1e4 || double.IsNaN(index))
            || (Bits.Close(both, half[..both.Length], relative: 1e-8) && result.GreatestChange == change);
    });

    [Theory]
    [InlineData(SobolEstimator.Saltelli, 0)]
    [InlineData(SobolEstimator.Jansen, 0)]
    [InlineData(SobolEstimator.Martinez, 0)]
    [InlineData(SobolEstimator.Jansen, 199)]
    public void With_independent_base_points_intervals_hold_the_truth_about_as_often_as_they_promise(SobolEstimator estimator, int resamples)
    {
        double[] exact = [0.3139, 0.4424, 0, 0.5576, 0.4424, 0.2437];
        int[] held = new int[6];
        for (int replicate = 0; replicate < 200; replicate++)
        {
            SobolIndexResult result = Estimate(OnRandomPoints(replicate, 256).Evaluations, new() { Estimator = estimator, Resamples = resamples });
            double[] low = [.. result.FirstOrderConfLow, .. result.TotalConfLow];
            double[] high = [.. result.FirstOrderConfHigh, .. result.TotalConfHigh];
            for (int index = 0; index < 6; index++)
            {
                held[index] += low[index] <= exact[index] && exact[index] <= high[index] ? 1 : 0;
            }
        }

        held.ShouldAllBe(count => count >= 180 && count <= 199); // 190 ± 3 standard deviations of 3.1
    }

    [Fact]
    public void An_index_below_nothing_comes_with_its_interval_and_what_it_means()
    {
        EvaluationDraws draws = new([1, 3, 2, 4], [4, 1, 3, 2], [[0, 4, 2, 5]], []);
        SobolIndexResult result = Estimate(draws.Evaluations, new());

        result.FirstOrder[0].ShouldBeLessThan(0);
        string text = result.Notes.Single(note => note.Code == "index-outside-range").Text;
        text.ShouldContain(FormattableString.Invariant($"first order of x1 = {result.FirstOrder[0]:0.####} ({result.FirstOrderConfLow[0]:0.####} to {result.FirstOrderConfHigh[0]:0.####})"));
        text.ShouldContain("sampling error");
        result.Notes.ShouldContain(note => note.Code == "not-converged");
    }

    [Fact]
    public void Pairs_outside_their_range_are_named()
    {
        EvaluationDraws draws = new([1, 3, 2, 4], [2, 6, 3, 1], [[2, 6, 1, 0], [1, 2, 3, 4], [4, 4, 1, 2]], [[2, 6, 1, 0], [0, 0, 9, 0], [4, 4, 1, 2]]);
        SobolIndexResult result = Estimate(draws.Evaluations, new());

        (int Row, int Column)[] outside = [.. new[] { (0, 1), (0, 2), (1, 2) }.Where(pair => result.SecondOrder[(3 * pair.Item1) + pair.Item2] is < 0 or > 1)];
        outside.ShouldNotBeEmpty();
        string text = result.Notes.Single(note => note.Code == "index-outside-range").Text;
        outside.ShouldAllBe(pair => text.Contains($"second order of x{pair.Row + 1} and x{pair.Column + 1}"));
    }

    [Fact]
    public void An_output_that_does_not_vary_has_no_indices_and_a_note()
    {
        SobolIndexResult result = Estimate(new EvaluationDraws([0.1, 0.1], [0.1, 0.1], [[0.1, 0.1]], []).Evaluations, new() { Resamples = 19 });

        (result.FirstOrder[0], result.Total[0], result.TotalConfLow[0]).ShouldBe((double.NaN, double.NaN, double.NaN));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("constant-output");
    }

    [Fact]
    public void Evaluations_that_are_not_whole_blocks_are_refused()
    {
        Refused(["0", "1", "0", "1", "0"], ["A", "A", "B", "B", "AB1"]).ShouldContain("point 1 was missing in block AB1");
        Refused(["0", "1", "0", "1", "0", "0"], ["A", "A", "B", "B", "AB1", "AB1"]).ShouldContain("point 0 came twice in block AB1");
        Refused(["0", "1", "0", "1"], ["A", "A", "B", "B"]).ShouldContain("there were A, B");
        Refused(["0", "1", "0", "1", "0", "1"], ["A", "A", "C", "C", "AB1", "AB1"]).ShouldContain("missing were [B], unknown were [C]");
        Refused(["0", "1", "0", "1", "0", "1"], ["A", "A", "B", "B", "AB2", "AB2"]).ShouldContain("missing were [AB1], unknown were [AB2]");
        Refused(["0", "0", "0"], ["A", "B", "AB1"]).ShouldContain("at least two base points; there were 1");
        Should.Throw<ArgumentException>(() => SobolEvaluations.Of(["0"], ["A"], [double.NaN])).Message.ShouldContain("value 1 was NaN");
        Should.Throw<ArgumentException>(() => SobolEvaluations.Of(["0"], ["A"], [])).Message.ShouldContain("empty");
        SaltelliDesignResult design = SaltelliDesign.Estimate(new() { Bounds = [[0, 1]], BaseCount = 2 }, cancellationToken: TestContext.Current.CancellationToken);
        Should.Throw<ArgumentException>(() => SobolEvaluations.Of(design, [1, 2])).Message.ShouldContain("8 values; it had 2");
        Should.Throw<ArgumentOutOfRangeException>(() => new SobolIndexOptions { Resamples = 5 }).Message.ShouldContain("it was 5");
    }

    private static EvaluationDraws OnRandomPoints(int replicate, int points)
    {
        RandomStream stream = new(1, RandomPurpose.Example, replicate);
        double[][] Points() => [.. Enumerable.Range(0, points).Select(_ => Enumerable.Range(0, 3).Select(_ => Math.PI * ((2 * stream.NextDouble()) - 1)).ToArray())];
        (double[][] a, double[][] b) = (Points(), Points());
        double[] Mixed(int input) => [.. a.Zip(b, (own, other) => StandardModels.Ishigami([.. own.Select((value, i) => i == input ? other[i] : value)]))];
        return new EvaluationDraws(Mixed(-1), [.. b.Select(StandardModels.Ishigami)], [Mixed(0), Mixed(1), Mixed(2)], []);
    }

    private static string Refused(string[] points, string[] blocks) =>
        Should.Throw<ArgumentException>(() => SobolEvaluations.Of(points, blocks, [.. points.Select((_, row) => (double)row)])).Message;

    private static SobolIndexResult Estimate(SobolEvaluations evaluations, SobolIndexOptions options) =>
        SobolIndex.Estimate(evaluations, options, cancellationToken: TestContext.Current.CancellationToken);

    private static double[] All(SobolIndexResult result) =>
        [.. result.FirstOrder, .. result.Total, .. result.SecondOrder.Where((index, place) => !double.IsNaN(index) && place / result.Variables.Count < place % result.Variables.Count)];

    private static IEnumerable<double> Pairs(IReadOnlyList<double> matrix, EvaluationDraws draws) => Enumerable.Range(0, draws.MixedB.Length).SelectMany(
        row => Enumerable.Range(row + 1, draws.MixedB.Length - row - 1).Select(column => matrix[(row * draws.MixedB.Length) + column]));
}
