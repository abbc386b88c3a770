using CsCheck;
using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class HeterotraitMonotraitRatioTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> TwoByTwo = new() { ["a"] = ["i1", "i2"], ["b"] = ["i3", "i4"] };

    [Fact]
    public void Two_constructs_of_two_items_are_worked_out_by_hand()
    {
        // Orthogonal columns of size 8 mixed so that r12 = r34 = 1/2, r13 = 1/2 and the three others 0 or 1/4.
        double[] f = [1, 1, 1, 1, -1, -1, -1, -1];
        double[] g = [1, 1, -1, -1, 1, 1, -1, -1];
        double[] h = [1, -1, 1, -1, 1, -1, 1, -1];
        double[] k = [1, -1, -1, 1, 1, -1, -1, 1];
        ItemResponses responses = AnswerSamples.Of(Plus(f, g), Plus(f, h), Plus(g, k), Plus(k, h));

        // r12 = 1/2 (f), r34 = 1/2 (k), r13 = 1/2 (g), r14 = 0, r23 = 0, r24 = 1/2 (h).
        HeterotraitMonotraitRatioResult result = Estimate(responses, new() { Constructs = TwoByTwo });
        HeterotraitMonotraitRatioResult geometric = Estimate(responses, new() { Constructs = TwoByTwo, Mean = CorrelationMean.Geometric });

        result.Estimates.ShouldBe([1, 0.5, 0.5, 1], tolerance: 1e-15);
        geometric.Estimates[1].ShouldBe(0, tolerance: 1e-7);
        result.ConfidenceHigh.ShouldAllBe(limit => double.IsNaN(limit));
        result.Provenance.Seed.ShouldBeNull();
    }

    [Fact]
    public void Pairwise_correlations_use_the_respondents_who_answered_both_items()
    {
        double[][] answers = [[1, 2, 3, 5, 4, 2, 1], [2, 1, 4, 5, 3, 3, 1], [3, 2, 2, 4, 5, 1, 2], [1, 2, 3, 4, 4, 2, 1]];
        answers[0][6] = double.NaN;
        answers[3][2] = double.NaN;
        double r(int first, int second) => AnswerSamples.Correlation(
            [.. answers[first].Where((_, row) => !double.IsNaN(answers[first][row] + answers[second][row]))],
            [.. answers[second].Where((_, row) => !double.IsNaN(answers[first][row] + answers[second][row]))]);
        double expected = (r(0, 2) + r(0, 3) + r(1, 2) + r(1, 3)) / 4 / Math.Sqrt(r(0, 1) * r(2, 3));

        HeterotraitMonotraitRatioResult result = Estimate(
            AnswerSamples.Of(answers), new() { Constructs = TwoByTwo, Missing = MissingAnswers.Pairwise });

        result.Estimates[1].ShouldBe(expected, tolerance: 1e-13);
    }

    [Fact]
    public void Pairwise_and_complete_agree_when_nothing_is_missing() => AnswerSamples.Measured.Where(answers => answers.Length == 5).Sample(answers =>
    {
        HeterotraitMonotraitRatioOptions options = new() { Constructs = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1", "i2"], ["b"] = ["i3", "i4", "i5"] } };
        double complete = Estimate(AnswerSamples.Of(answers), options).Estimates[1];
        double pairwise = Estimate(AnswerSamples.Of(answers), options with { Missing = MissingAnswers.Pairwise }).Estimates[1];
        return Bits.Close([pairwise], [complete], relative: 1e-9);
    });

    [Fact]
    public void Pairwise_needs_correlations_of_the_answers() => Should.Throw<ArgumentException>(() => Estimate(
        AnswerSamples.Of([1, 2, 1, 2], [1, 2, 2, 1], [1, 1, 2, 2], [2, 1, 2, 1]),
        new() { Constructs = TwoByTwo, Missing = MissingAnswers.Pairwise, Correlation = ItemCorrelation.Polychoric })).Message.ShouldContain("pairwise");

    [Fact]
    public void Ratios_are_those_of_their_definition() => Gen.Select(
        AnswerSamples.Measured.Where(answers => answers.Length == 5), Gen.Bool, Gen.Bool).Sample((answers, absolute, arithmetic) =>
    {
        Dictionary<string, IReadOnlyList<string>> constructs = new() { ["wide"] = ["i4", "i1", "i2"], ["narrow"] = ["i3", "i5"] };
        double r(int i, int j) => absolute
            ? Math.Abs(AnswerSamples.Correlation(answers[i - 1], answers[j - 1]))
            : AnswerSamples.Correlation(answers[i - 1], answers[j - 1]);
        double Mean(params double[] values) => arithmetic ? values.Average() : Math.Pow(values.Aggregate(1.0, (p, v) => p * v), 1.0 / values.Length);
        double[] between = [r(4, 3), r(4, 5), r(1, 3), r(1, 5), r(2, 3), r(2, 5)];
        double[] within = [r(4, 1), r(4, 2), r(1, 2)];
        bool defined = arithmetic
            ? within.Average() > 0 && r(3, 5) > 0
            : between.Concat(within).Append(r(3, 5)).All(value => value > 1e-6);
        double expected = defined ? Mean(between) / Math.Sqrt(Mean(within) * r(3, 5)) : double.NaN;
        HeterotraitMonotraitRatioResult result = Estimate(AnswerSamples.Of(answers), new()
        {
            Constructs = constructs,
            Absolute = absolute,
            Mean = arithmetic ? CorrelationMean.Arithmetic : CorrelationMean.Geometric,
        });
        return (Bits.Close([result.Estimates[1]], [expected], relative: 1e-9) && (defined || result.Notes.Count == 1))
            || between.Concat(within).Append(r(3, 5)).Any(value => Math.Abs(value) < 1e-6) || (arithmetic && Math.Abs(within.Average()) < 1e-9);
    });

    [Fact]
    public void Scales_of_items_and_the_order_of_constructs_do_not_matter()
    {
        ItemResponses responses = AnswerSamples.Factor(60, 6, 0.7, ordered: false, factors: 2);
        Dictionary<string, IReadOnlyList<string>> constructs = new() { ["a"] = ["i1", "i3", "i5"], ["b"] = ["i2", "i4", "i6"] };
        Dictionary<string, IReadOnlyList<string>> exchanged = new() { ["b"] = ["i6", "i4", "i2"], ["a"] = ["i5", "i1", "i3"] };
        ItemResponses scaled = AnswerSamples.Of([.. responses.Answers.Select((item, i) => item.Select(x => (x * (i + 1)) - 8).ToArray())]);
        double ratio = Estimate(responses, new() { Constructs = constructs }).Estimates[1];

        Estimate(responses, new() { Constructs = exchanged }).Estimates[1].ShouldBe(ratio, tolerance: 1e-12);
        Estimate(scaled, new() { Constructs = constructs }).Estimates[1].ShouldBe(ratio, tolerance: 1e-12);
        ratio.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void The_interval_holds_the_quantiles_of_the_ratios_of_drawn_respondents()
    {
        ItemResponses responses = AnswerSamples.Factor(50, 4, 0.7, ordered: false);
        HeterotraitMonotraitRatioOptions options = new() { Constructs = TwoByTwo, Replicates = 99, Confidence = 0.9, Seed = 4 };
        double[] drawn = [.. Enumerable.Range(0, 99).Select(replicate =>
        {
            RandomStream stream = new(4, RandomPurpose.Bootstrap, replicate);
            int[] rows = [.. Enumerable.Range(0, 50).Select(_ => stream.NextInt(50)).Order()];
            ItemResponses sample = AnswerSamples.Of([.. responses.Answers.Select(item => rows.Select(row => item[row]).ToArray())]);
            return Estimate(sample, new() { Constructs = TwoByTwo }).Estimates[1];
        }).Order()];

        HeterotraitMonotraitRatioResult result = Estimate(responses, options);

        result.ConfidenceLow[1].ShouldBe(Quantiles.Type7(drawn, 0.05), tolerance: 1e-12);
        result.ConfidenceHigh[1].ShouldBe(Quantiles.Type7(drawn, 0.95), tolerance: 1e-12);
        result.ConfidenceLow[0].ShouldBe(1);
        result.Provenance.Seed.ShouldBe(4UL);
    }

    [Fact]
    public void The_table_compares_the_upper_end_with_the_threshold()
    {
        ItemResponses distinct = AnswerSamples.Factor(200, 4, 0.8, ordered: true, factors: 2);
        Dictionary<string, IReadOnlyList<string>> constructs = new() { ["a"] = ["i1", "i3"], ["b"] = ["i2", "i4"] };
        Table apart = Estimate(distinct, new() { Constructs = constructs, Replicates = 49 }).ToTable();
        Table alike = Estimate(AnswerSamples.Factor(200, 4, 0.8, ordered: true), new() { Constructs = TwoByTwo, Replicates = 49 }).ToTable();
        HeterotraitMonotraitRatioResult plain = Estimate(distinct, new() { Constructs = constructs });
        double between = plain.Estimates[1] + 0.01;

        apart["below_threshold"][0].ShouldBe(true);
        alike["below_threshold"][0].ShouldBe(false);
        plain.ToTable()["below_threshold"][0].ShouldBe(true);
        plain.ToTable().Numbers("threshold").ShouldBe([0.85]);
        apart.Numbers("conf_high")[0].ShouldBeGreaterThan(between);
    }

    [Fact]
    public void Polychoric_correlations_can_be_asked_for_and_workers_do_not_matter()
    {
        ItemResponses responses = AnswerSamples.Factor(120, 6, 0.7, ordered: true, factors: 2);
        HeterotraitMonotraitRatioOptions options = new()
        {
            Constructs = new Dictionary<string, IReadOnlyList<string>> { ["a"] = ["i1", "i3", "i5"], ["b"] = ["i2", "i4", "i6"] },
            Correlation = ItemCorrelation.Polychoric,
            Replicates = 25,
        };
        HeterotraitMonotraitRatioResult one = Estimate(responses, options, 1);
        HeterotraitMonotraitRatioResult eight = Estimate(responses, options, 8);
        PolychoricCorrelationResult correlations = PolychoricCorrelation.Estimate(responses, cancellationToken: TestContext.Current.CancellationToken);
        double r(int i, int j) => Math.Abs(correlations.Estimates[(i * 6) + j]);
        double between = new[] { 0, 2, 4 }.Average(i => new[] { 1, 3, 5 }.Average(j => r(i, j)));

        one.Estimates[1].ShouldBe(between / Math.Sqrt((r(0, 2) + r(0, 4) + r(2, 4)) / 3 * ((r(1, 3) + r(1, 5) + r(3, 5)) / 3)), tolerance: 1e-12);
        Bits.Same(one.ConfidenceLow, eight.ConfidenceLow).ShouldBeTrue();
        Bits.Same(one.ConfidenceHigh, eight.ConfidenceHigh).ShouldBeTrue();
    }

    [Fact]
    public void Gaps_count_only_in_items_of_a_construct_and_lost_samples_are_told()
    {
        double gap = double.NaN;
        double[] rare = [0, 0, 0, 0, 0, 0, 0, 1];
        HeterotraitMonotraitRatioResult result = Estimate(
            AnswerSamples.Of([1, 2, 3, 4, 5, 6, 7, 8], rare, [1, 2, 1, 4, 3, 6, 5, 7], [2, 1, 3, 3, 4, 6, 5, 8], [gap, gap, gap, gap, gap, gap, gap, gap]),
            new() { Constructs = TwoByTwo, Replicates = 60 });

        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("undefined-replicates");
        double.IsFinite(result.ConfidenceHigh[1]).ShouldBeTrue();
        Estimate(AnswerSamples.Of([1, 2, 3, 4, gap], [1, 2, 4, 3, 1], [1, 2, 1, 4, 3], [2, 1, 3, 3, 4]), new() { Constructs = TwoByTwo })
            .Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 5 ");
    }

    [Fact]
    public void Constructs_that_do_not_fit_are_refused()
    {
        ItemResponses responses = AnswerSamples.Factor(20, 4, 0.7, ordered: false);

        Should.Throw<ArgumentException>(() => HeterotraitMonotraitRatio.Estimate(responses, cancellationToken: TestContext.Current.CancellationToken))
            .Message.ShouldContain("none were given");
        Refused(new() { ["a"] = ["i1", "i2"] }, "at least 2 constructs; it named 1");
        Refused(new() { ["a"] = ["i1", "i2"], ["b"] = ["i3"] }, "b had 1");
        Refused(new() { ["a"] = ["i1", "i2"], ["b"] = ["i3", "i9"] }, "i9 of b is not one");
        Refused(new() { ["a"] = ["i1", "i2"], ["b"] = ["i3", "i1"] }, "i1 came twice");
        Should.Throw<ArgumentException>(() => new HeterotraitMonotraitRatioOptions { Constructs = TwoByTwo, Replicates = 5 }).Message.ShouldContain("it was 5");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2, 3], [1, 1, 1], [1, 3, 2], [2, 1, 3]), new() { Constructs = TwoByTwo }))
            .Message.ShouldContain("every answer to i2 is 1");

        void Refused(Dictionary<string, IReadOnlyList<string>> constructs, string words) =>
            Should.Throw<ArgumentException>(() => Estimate(responses, new() { Constructs = constructs })).Message.ShouldContain(words);
    }

    private static double[] Plus(double[] left, double[] right) => [.. left.Zip(right, (x, y) => x + y)];

    private static HeterotraitMonotraitRatioResult Estimate(ItemResponses responses, HeterotraitMonotraitRatioOptions options, int workers = 2) =>
        HeterotraitMonotraitRatio.Estimate(responses, options, AnswerSamples.Workers(workers), TestContext.Current.CancellationToken);
}
