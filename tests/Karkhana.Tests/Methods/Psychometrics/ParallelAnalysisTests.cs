using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ParallelAnalysisTests
{
    [Fact]
    public void Two_items_have_one_plus_and_minus_the_correlation_of_every_permutation()
    {
        ItemResponses responses = AnswerSamples.Of([1, 2, 3, 4, 7], [1, 3, 2, 3, 9]);
        ParallelAnalysisOptions options = new() { Replicates = 99, Seed = 5 };
        double[] sizes = [.. Enumerable.Range(0, 99).Select(replicate => Math.Abs(AnswerSamples.Correlation(
            Shuffled(responses, replicate, 0), Shuffled(responses, replicate, 1)))).Order()];

        ParallelAnalysisResult result = Estimate(responses, options);

        double r = AnswerSamples.Correlation(responses.Answers[0], responses.Answers[1]);
        result.Eigenvalues.ShouldBe([1 + r, 1 - r], tolerance: 1e-14);
        result.SimulatedMeans.ShouldBe([1 + sizes.Average(), 1 - sizes.Average()], tolerance: 1e-13);
        result.SimulatedQuantiles[0].ShouldBe(1 + Quantiles.Type7(sizes, 0.95), tolerance: 1e-13);
        result.SimulatedQuantiles[1].ShouldBe(1 - Quantiles.Type7(sizes, 0.05), tolerance: 1e-13);
    }

    [Theory]
    [InlineData(EigenvalueMethod.Components, ItemCorrelation.Pearson, ReferenceData.Permutation)]
    [InlineData(EigenvalueMethod.Components, ItemCorrelation.Polychoric, ReferenceData.Permutation)]
    [InlineData(EigenvalueMethod.Components, ItemCorrelation.Polychoric, ReferenceData.Normal)]
    [InlineData(EigenvalueMethod.Factors, ItemCorrelation.Pearson, ReferenceData.Normal)]
    [InlineData(EigenvalueMethod.Factors, ItemCorrelation.Polychoric, ReferenceData.Permutation)]
    public void Two_planted_factors_are_found(EigenvalueMethod method, ItemCorrelation correlation, ReferenceData reference) =>
        Estimate(AnswerSamples.Factor(400, 8, 0.75, ordered: true, factors: 2), new()
        {
            Method = method,
            Correlation = correlation,
            Reference = reference,
            Replicates = 40,
        }).Suggested.ShouldBe(2);

    [Fact]
    public void Items_that_have_nothing_in_common_seldom_suggest_a_component()
    {
        int found = Enumerable.Range(0, 100).Count(study =>
        {
            RandomStream stream = new(6, RandomPurpose.Example, study);
            double[][] answers = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 40).Select(_ => stream.NextGaussian()).ToArray())];
            return Estimate(AnswerSamples.Of(answers), new() { Replicates = 99 }).Suggested > 0;
        });

        found.ShouldBeLessThanOrEqualTo(13); // 5% of 100, and more than 13 come once in a thousand
    }

    [Fact]
    public void Factors_have_the_eigenvalues_of_the_matrix_with_multiple_correlations()
    {
        ItemResponses responses = AnswerSamples.Factor(100, 4, 0.7, ordered: false);
        Matrix<double> reduced = Matrix<double>.Build.Dense(
            4, 4, (i, j) => i == j ? 1 : AnswerSamples.Correlation(responses.Answers[i], responses.Answers[j]));
        reduced.SetDiagonal(1 - reduced.Inverse().Diagonal().DivideByThis(1));

        ParallelAnalysisResult result = Estimate(responses, new() { Method = EigenvalueMethod.Factors, Replicates = 19 });

        result.Eigenvalues.ShouldBe([.. reduced.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending()], tolerance: 1e-12);
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        ItemResponses responses = AnswerSamples.Factor(80, 5, 0.5, ordered: true);
        foreach (ParallelAnalysisOptions options in Enum.GetValues<ItemCorrelation>().SelectMany(correlation => Enum.GetValues<ReferenceData>()
            .Select(reference => new ParallelAnalysisOptions { Correlation = correlation, Reference = reference, Replicates = 25 })))
        {
            ParallelAnalysisResult one = Estimate(responses, options, 1);
            ParallelAnalysisResult eight = Estimate(responses, options, 8);

            Bits.Same(one.SimulatedMeans, eight.SimulatedMeans).ShouldBeTrue();
            Bits.Same(one.SimulatedQuantiles, eight.SimulatedQuantiles).ShouldBeTrue();
        }
    }

    [Fact]
    public void Reference_seed_and_quantile_enter_the_simulated_values_only()
    {
        ItemResponses responses = AnswerSamples.Factor(80, 5, 0.5, ordered: true);
        ParallelAnalysisResult result = Estimate(responses, new() { Replicates = 49 });
        ParallelAnalysisResult seed = Estimate(responses, new() { Replicates = 49, Seed = 2 });
        ParallelAnalysisResult normal = Estimate(responses, new() { Replicates = 49, Reference = ReferenceData.Normal });
        ParallelAnalysisResult median = Estimate(responses, new() { Replicates = 49, Quantile = 0.5 });

        new[] { seed, normal, median }.ShouldAllBe(other => other.Eigenvalues.SequenceEqual(result.Eigenvalues));
        new[] { seed, normal }.ShouldAllBe(other => !other.SimulatedMeans.SequenceEqual(result.SimulatedMeans));
        median.SimulatedMeans.ShouldBe(result.SimulatedMeans);
        median.SimulatedQuantiles.Zip(result.SimulatedQuantiles).ShouldAllBe(pair => pair.First < pair.Second);
        result.Provenance.Seed.ShouldBe(1965UL);
    }

    [Fact]
    public void Simulated_data_without_correlations_are_left_out_and_counted()
    {
        // A rare answer is now and then drawn by nobody, and the item then does not vary.
        double[] rare = [.. Enumerable.Repeat(0.0, 29), 1];
        double[] half = [.. Enumerable.Range(0, 30).Select(row => (double)(row % 2))];
        double[] third = [.. Enumerable.Range(0, 30).Select(row => row % 3 == 0 ? 1.0 : 0)];

        ParallelAnalysisResult result = Estimate(
            AnswerSamples.Of(rare, half, third), new() { Correlation = ItemCorrelation.Polychoric, Reference = ReferenceData.Normal, Replicates = 60 });

        result.SimulatedMeans.ShouldAllBe(mean => double.IsFinite(mean));
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("undefined-replicates");
    }

    [Fact]
    public void The_table_marks_what_is_kept_and_gaps_are_counted()
    {
        ItemResponses whole = AnswerSamples.Factor(300, 4, 0.8, ordered: false);
        ItemResponses gap = AnswerSamples.Of([.. whole.Answers.Select((item, i) => item.Select((x, row) => i == 0 && row == 0 ? double.NaN : x).ToArray())]);

        ParallelAnalysisResult result = Estimate(gap, new() { Replicates = 19 });

        Enumerable.Range(0, 4).Select(row => result.ToTable()["kept"][row]).ShouldBe([true, false, false, false]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("1 of 300 ");
        result.ToTable().Columns.OfType<TextColumn>().Single().Values.ShouldBe(["1", "2", "3", "4"]);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2, 3]))).Message.ShouldContain("at least 2 items");
        Should.Throw<ArgumentException>(() => Estimate(AnswerSamples.Of([1, 2, 3], [2, 2, 2]))).Message.ShouldContain("every answer to i2 is 2");
        Should.Throw<ArgumentException>(() => Estimate(
            AnswerSamples.Of([1, 2, 4, 3, 1], [1, 3, 2, 5, 2], [2, 5, 6, 8, 3]), new() { Method = EigenvalueMethod.Factors })).Message.ShouldContain("sum of others");
        Should.Throw<ArgumentException>(() => new ParallelAnalysisOptions { Replicates = 5 }).Message.ShouldContain("[19, 100000]; it was 5");
        Should.Throw<ArgumentException>(() => new ParallelAnalysisOptions { Quantile = 1 });
    }

    private static double[] Shuffled(ItemResponses responses, int replicate, int item)
    {
        double[] answers = [.. responses.Answers[item]];
        new RandomStream(5, RandomPurpose.ValuePermutation, replicate, item).Shuffle<double>(answers);
        return answers;
    }

    private static ParallelAnalysisResult Estimate(ItemResponses responses, ParallelAnalysisOptions? options = null, int workers = 2) =>
        ParallelAnalysis.Estimate(responses, options, AnswerSamples.Workers(workers), TestContext.Current.CancellationToken);
}
