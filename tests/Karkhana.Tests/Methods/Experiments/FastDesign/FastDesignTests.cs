using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class FastDesignTests
{
    [Fact]
    public void Curves_are_those_of_their_formula()
    {
        FastDesignResult result = Estimate(new() { Bounds = [[0, 1], [-2, 2], [5, 6]], Count = 513 });

        result.Frequency.ShouldBe(64);
        result.OtherFrequencies.ShouldBe([1, 8]);
        result.Design.Runs.ShouldBe(3 * 513);
        result.Variable.Distinct().ShouldBe(["x1", "x2", "x3"]);
        int row = 513 + 7; // the curve of x2, step 7: x1 swings once, x2 64 times, x3 eight times
        double s = 2 * Math.PI * 7 / 513;
        (result.Variable[row], result.Curve[row], result.Step[row]).ShouldBe(("x2", 1, 7));
        result.Design[row, 0].ShouldBe(0.5 + (Math.Asin(Math.Sin(s)) / Math.PI), tolerance: 1e-12);
        result.Design[row, 1].ShouldBe(-2 + (4 * (0.5 + (Math.Asin(Math.Sin(64 * s)) / Math.PI))), tolerance: 1e-12);
        result.Design[row, 2].ShouldBe(5.5 + (Math.Asin(Math.Sin(8 * s)) / Math.PI), tolerance: 1e-12);
    }

    [Theory]
    [InlineData(3, 513, 64, "1 8")]
    [InlineData(5, 1025, 128, "1 6 11 16")]
    [InlineData(2, 65, 8, "1")]
    [InlineData(4, 65, 8, "1 1 1")]
    [InlineData(8, 257, 32, "1 2 3 4 1 2 3")]
    [InlineData(6, 513, 64, "1 2 4 6 8")]
    public void Frequencies_are_those_of_SALib(int inputs, int count, int own, string others)
    {
        // SALib 1.5: omega_0 = floor((N − 1)/(2M)), the others floor(linspace(1, m, k − 1)) when m ≥ k − 1, else 1 to m in turns; M = 4.
        FastDesignResult result = Estimate(new() { Bounds = StandardModels.Cube(inputs), Count = count });

        result.Frequency.ShouldBe(own);
        string.Join(' ', result.OtherFrequencies).ShouldBe(others);
        result.Notes.Count.ShouldBe(result.OtherFrequencies.Count > own / 8 ? 1 : 0);
    }

    [Fact]
    public void Values_fill_their_bounds_and_the_rest_of_a_design_does_not_move_a_curve() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[65, 300], Gen.Int[1, 3], Gen.ULong).Sample((inputs, count, curves, seed) =>
        {
            double[][] bounds = [.. Enumerable.Range(0, inputs).Select(input => new double[] { input, input + 2 })];
            FastDesignOptions options = new() { Bounds = bounds, Count = count, Curves = curves, RandomPhase = true, Seed = seed };
            FastDesignResult result = Estimate(options);
            FastDesignResult more = Estimate(options with { Curves = curves + 1 });
            return Enumerable.Range(0, inputs).All(input => result.Design.Column(input).All(value => value >= input && value <= input + 2))
                && Enumerable.Range(0, inputs).All(input => Math.Abs(result.Design.Column(input).Average() - (input + 1)) < 0.1)
                && Bits.Same([.. result.Design.Values.Take(count * inputs)], [.. more.Design.Values.Take(count * inputs)]);
        });

    [Fact]
    public void A_linear_model_has_the_shares_of_its_squared_slopes() => Gen.Double[0.5, 3].Array[2, 4].Sample(slopes =>
    {
        FastDesignResult design = Estimate(new() { Bounds = StandardModels.Cube(slopes.Length), Count = 1025 });
        SearchCurves curves = SearchCurves.Of(design, StandardModels.Over(design.Design, x => x.Zip(slopes, (value, slope) => value * slope).Sum()));
        FourierAmplitudeSensitivityResult result = FourierAmplitudeSensitivity.Estimate(
            curves, new() { Frequency = design.Frequency }, cancellationToken: TestContext.Current.CancellationToken);
        double whole = slopes.Sum(slope => slope * slope);
        return result.Variables.SequenceEqual(design.Design.Names)
            && result.FirstOrder.Zip(slopes).All(pair => Math.Abs(pair.First - (pair.Second * pair.Second / whole)) < 0.02)
            && result.Total.Zip(slopes).All(pair => Math.Abs(pair.First - (pair.Second * pair.Second / whole)) < 0.02);
    }, iter: 20);

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Refused(new() { Bounds = [[0, 1]], Count = 64 }).ShouldContain("at least 65 for 4 harmonics; it was 64");
        Refused(new() { Bounds = [[0, 1]], Curves = 2 }).ShouldContain("unless random_phase is true");
        Refused(new() { Bounds = [[0, 1]], Count = 513, Frequency = 65 }).ShouldContain("[8, 64]; it was 65");
        Refused(new() { Bounds = [[0, 1]], Count = 513, Frequency = 7 }).ShouldContain("[8, 64]; it was 7");
        Should.Throw<ArgumentException>(() => new FastDesignOptions { Bounds = [] }).Message.ShouldContain("empty");
    }

    private static string Refused(FastDesignOptions options) => Should.Throw<ArgumentException>(() => Estimate(options)).Message;

    private static FastDesignResult Estimate(FastDesignOptions options) =>
        FastDesign.Estimate(options, cancellationToken: TestContext.Current.CancellationToken);
}
