using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class CapabilityIndexTests
{
    private static readonly double[] SixScores = [0.8, 0.7, 0.4, 0.3, 0.2, 0.6];

    private static readonly Gen<(double Score, double Weight)[]> Functions = Gen.Select(Gen.Double[0, 1], Gen.Double[0.1, 5]).Array[1, 8];

    [Fact]
    public void Six_functions_have_the_index_of_the_framework()
    {
        Estimate(SixScores).Index.ShouldBe(0.50, tolerance: 1e-15);
        Estimate(SixScores, [2, 2, 1, 1, 1, 1]).Index.ShouldBe(0.5625, tolerance: 1e-15);
    }

    [Fact]
    public void A_missing_score_is_left_out_with_its_weight()
    {
        Estimate([0.8, double.NaN, 0.4], [1, 100, 3]).Index.ShouldBe(0.5, tolerance: 1e-15);
        Estimate([double.NaN, double.NaN]).Index.ShouldBe(double.NaN);
    }

    [Fact]
    public void Neither_order_nor_the_unit_of_the_weights_matters() => Functions.Sample(functions =>
    {
        double index = Of(functions, 1);
        return Bits.Close([index], [Of([.. functions.Reverse()], 7)], relative: 1e-12)
            && index >= functions.Min(function => function.Score) - 1e-12
            && index <= functions.Max(function => function.Score) + 1e-12;

        static double Of((double Score, double Weight)[] given, double unit) =>
            Estimate([.. given.Select(function => function.Score)], [.. given.Select(function => unit * function.Weight)]).Index;
    });

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate([0.5, 1.1])).Message.ShouldContain("between 0 and 1");
        Should.Throw<ArgumentException>(() => Estimate([-0.1]));
        Should.Throw<ArgumentException>(() => Estimate([0.5], [-1]));
        Should.Throw<ArgumentException>(() => Estimate([0.5], [double.NaN]));
        Should.Throw<ArgumentException>(() => Estimate([0.5, 0.5], [1]));
        Should.Throw<ArgumentException>(() => Estimate([0.5], [1, 1]));
    }

    private static CapabilityIndexResult Estimate(double[] scores, double[]? weights = null) => CapabilityIndex.Estimate(
        new FunctionScores([.. scores.Select((_, f) => $"f{f}")], scores, weights ?? [.. scores.Select(_ => 1.0)]),
        cancellationToken: TestContext.Current.CancellationToken);
}
