using CsCheck;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Karkhana.Tests.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class MultigroupFactorAnalysisTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> OneFactor = new(StringComparer.Ordinal)
    {
        ["f"] = ["i1", "i2", "i3", "i4"],
    };

    [Fact]
    public void Groups_of_one_model_fit_without_misfit_and_degrees_are_counted_by_hand()
    {
        // Per group 10 covariances and 4 means. Parameters: 24 = 2(4 + 4 + 4); metric 21 (a variance for four loadings); scalar 18
        // (a mean for four intercepts); strict 14.
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 40);
        int[] degrees = [4, 7, 10, 14];
        foreach (InvarianceLevel level in Enum.GetValues<InvarianceLevel>())
        {
            MultigroupFactorAnalysisResult result = Estimate(Twice(answers, answers), level);

            result.ChiSquareStatistic.ShouldBe(0, tolerance: 1e-8);
            result.DegreesOfFreedom.ShouldBe(degrees[(int)level]);
            (result.Cfi, result.Rmsea).ShouldBe((1, 0));
            result.Srmr.ShouldBe(0, tolerance: 1e-6);
            result.PValue.ShouldBe(1, tolerance: 1e-6);
            result.Notes.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Each_level_is_that_of_all_levels_together() => Gen.Int[1, 20].Array[4].Sample(
        shifts =>
        {
            double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 40);
            double[][] moved = [.. FactorData.Exact(FactorData.Correlations(0.5, 0.6, 0.7, 0.8), 60, seed: 2)
                .Select((item, i) => item.Select(answer => answer + (shifts[i] / 10.0)).ToArray())];
            GroupedResponses input = Twice(answers, moved);
            MeasurementInvarianceResult all = MeasurementInvariance.Estimate(
                input, new() { Constructs = OneFactor, HighestLevel = InvarianceLevel.Strict, LeastRespondents = 3 });
            return Enum.GetValues<InvarianceLevel>().All(level => Estimate(input, level) is var one && Bits.Same(
                [one.ChiSquareStatistic, one.DegreesOfFreedom, one.Cfi, one.Rmsea, one.Srmr],
                [all.Statistics[(int)level], all.DegreesOfFreedom[(int)level], all.Cfi[(int)level], all.Rmsea[(int)level], all.Srmr[(int)level]]));
        },
        iter: 10);

    [Fact]
    public void Wrong_calls_are_refused()
    {
        double[][] answers = FactorData.Exact(FactorData.Correlations(0.8, 0.7, 0.6, 0.5), 40);

        Should.Throw<ArgumentException>(() => Estimate(new GroupedResponses(FactorData.Of(answers), [.. Enumerable.Repeat("a", 40)]), default))
            .Message.ShouldContain("there were 1");
        Should.Throw<ArgumentException>(() => Estimate(Twice(answers, [.. answers.Select(item => item[..4])]), default))
            .Message.ShouldContain("4 and 4 in group b");
        Should.Throw<ArgumentException>(() => MultigroupFactorAnalysis.Estimate(
            Twice(answers, answers), new() { Measurement = new Dictionary<string, IReadOnlyList<string>> { ["f"] = ["i1", "i2", "i3"] } },
            cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("i4 belongs to no construct");
    }

    private static MultigroupFactorAnalysisResult Estimate(GroupedResponses sample, InvarianceLevel level) => MultigroupFactorAnalysis.Estimate(
        sample, new() { Measurement = OneFactor, Level = level }, cancellationToken: TestContext.Current.CancellationToken);

    private static GroupedResponses Twice(double[][] first, double[][] second) => new(
        FactorData.Of([.. first.Select((item, i) => (double[])[.. item, .. second[i]])]),
        [.. Enumerable.Repeat("a", first[0].Length), .. Enumerable.Repeat("b", second[0].Length)]);
}
