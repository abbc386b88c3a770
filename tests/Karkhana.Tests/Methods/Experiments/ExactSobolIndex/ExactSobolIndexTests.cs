using System.Text.Json;
using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ExactSobolIndexTests
{
    [Fact]
    public void The_usual_Ishigami_function_has_the_printed_indices()
    {
        ExactSobolIndexResult result = Estimate(new() { Function = StandardFunction.Ishigami, A = [7], B = 0.1 });

        result.Variance.ShouldBe(13.8446, tolerance: 5e-5);
        result.FirstOrder.Select(index => Math.Round(index, 4)).ShouldBe([0.3139, 0.4424, 0]);
        result.Total.Select(index => Math.Round(index, 4)).ShouldBe([0.5576, 0.4424, 0.2437]);
    }

    [Fact]
    public void The_variance_of_Ishigami_is_that_of_its_integral() => Gen.Select(Gen.Double[-9, 9], Gen.Double[-1, 1]).Sample((a, b) =>
    {
        // V = E[sin²] E[(1 + b x⁴)²] + a² Var(sin²), the middle one by the midpoint rule.
        const int Steps = 4000;
        double square = Enumerable.Range(0, Steps).Average(step => Math.Pow(1 + (b * Math.Pow(Math.PI * (((2.0 * step) + 1 - Steps) / Steps), 4)), 2));
        ExactSobolIndexResult result = Estimate(new() { Function = StandardFunction.Ishigami, A = [a], B = b });
        return Bits.Close([result.Variance], [(square / 2) + (a * a / 8)], relative: 1e-5)
            && Bits.Close([result.FirstOrder[0] + result.FirstOrder[1] + result.Total[2]], [1], relative: 1e-12);
    });

    [Fact]
    public void Shares_of_the_g_function_are_those_of_its_products() => Gen.Double[0, 20].Array[1, 6].Sample(a =>
    {
        // One factor by the midpoint rule: E = 1, E[g²] − 1 = V_i.
        double[] own = [.. a.Select(parameter => Enumerable.Range(0, 2000).Average(step => Math.Pow((Math.Abs((4 * ((step + 0.5) / 2000)) - 2) + parameter) / (1 + parameter), 2)) - 1)];
        double whole = own.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        ExactSobolIndexResult result = Estimate(new() { Function = StandardFunction.GFunction, A = a });
        double[] total = [.. own.Select((part, i) => part * own.Where((_, j) => j != i).Aggregate(1.0, (product, other) => product * (1 + other)) / whole)];
        return Bits.Close([result.Variance], [whole], relative: 1e-5)
            && Bits.Close(result.FirstOrder, [.. own.Select(part => part / whole)], relative: 1e-5)
            && Bits.Close(result.Total, total, relative: 1e-5)
            && result.FirstOrder.Sum() <= 1 + 1e-12 && result.Total.Sum() >= 1 - 1e-12;
    });

    [Fact]
    public void Very_small_shares_keep_their_digits()
    {
        ExactSobolIndexResult result = Estimate(new() { Function = StandardFunction.GFunction, A = [1e9, 1e9] });

        result.FirstOrder[0].ShouldBe(0.5, tolerance: 1e-12);
    }

    [Theory]
    [InlineData("""{"function": "ishigami", "a": 7, "b": 0.1}""", 3)]
    [InlineData("""{"function": "ishigami", "a": [7], "b": 0.1}""", 3)]
    [InlineData("""{"function": "g-function", "a": [0, 1, 4.5, 9], "b": null}""", 4)]
    public void A_parameter_may_be_a_number_or_a_list(string options, int inputs)
    {
        using JsonDocument document = JsonDocument.Parse($$"""{"input": {}, "options": {{options}}}""");

        ExactSobolIndexMeasure.Definition.Compute(InlineRequest.Read(document.RootElement), cancellationToken: TestContext.Current.CancellationToken)
            .ToOutputs().All["total"].Numbers!.Count.ShouldBe(inputs);
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(new() { Function = StandardFunction.Ishigami, A = [7, 1], B = 0.1 })).Message.ShouldContain("must have 1 values; it had 2");
        Should.Throw<ArgumentException>(() => Estimate(new() { Function = StandardFunction.Ishigami, A = [7] })).Message.ShouldContain("B must be a finite number");
        Should.Throw<ArgumentException>(() => Estimate(new() { Function = StandardFunction.GFunction, A = [0, -0.5] })).Message.ShouldContain("it was -0.5");
        Should.Throw<ArgumentException>(() => new ExactSobolIndexOptions { Function = StandardFunction.GFunction, A = [] }).Message.ShouldContain("empty");
    }

    private static ExactSobolIndexResult Estimate(ExactSobolIndexOptions options) =>
        ExactSobolIndex.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}
