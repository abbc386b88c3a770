using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class KernelMatchingTests
{
    private static readonly KernelMatchingOptions Options = new() { Terms = TreatmentSamples.Terms, Bandwidth = 0.2, Replicates = 49 };

    [Fact]
    public void Thirty_firms_have_the_difference_of_the_definition()
    {
        // R 4.2.2: glm, then a loop over the treated with pmax(0, 1 - u^2); one treated firm has no control within 0.2.
        KernelMatchingResult result = Estimate(TreatmentSamples.Firms, Options);

        result.Effects.Estimates[0].ShouldBe(0.494910805716, tolerance: 1e-9);
        result.MatchedTreated.ShouldBe(9);
        result.Notes.ShouldContain(note => note.Code == "unmatched");
    }

    [Theory]
    [InlineData(MatchingKernel.Epanechnikov)]
    [InlineData(MatchingKernel.Normal)]
    [InlineData(MatchingKernel.Uniform)]
    [InlineData(MatchingKernel.Biweight)]
    [InlineData(MatchingKernel.Tricube)]
    public void Weights_are_those_of_all_pairs(MatchingKernel kernel) =>
        Gen.Select(TreatmentSamples.All, Gen.Double[0, 1].Array[50], Gen.Int[0, 2].Array[50], Gen.Double[0.01, 0.5]).Sample((sample, drawn, often, bandwidth) =>
        {
            TreatmentDesign design = TreatmentDesign.Of(sample, Options, needsOutcome: true);
            double[] scores = [.. drawn.Take(design.Units)];
            int[] counts = [.. often.Take(design.Units)];
            double[] expected = new double[design.Units];
            foreach (int unit in design.Treated)
            {
                double[] heights = [.. design.Controls.Select(control => counts[control] * Height(kernel, (scores[control] - scores[unit]) / bandwidth))];
                double sum = heights.Sum();
                expected[unit] = sum > 0 ? counts[unit] : 0;
                for (int place = 0; place < heights.Length && sum > 0; place++)
                {
                    expected[design.Controls[place]] += counts[unit] * heights[place] / sum;
                }
            }

            return Bits.Close(new KernelWeights(kernel, bandwidth).Of(scores, design, counts), expected, relative: 1e-9);
        });

    [Fact]
    public void A_kernel_wider_than_all_scores_gives_the_plain_difference()
    {
        TreatmentSample firms = TreatmentSamples.Firms;
        double Mean(double kind) => firms.Outcome!.Where((_, row) => firms.Treatment[row] == kind).Average();

        Estimate(firms, Options with { Kernel = MatchingKernel.Uniform, Bandwidth = 2 }).Effects.Estimates[0].ShouldBe(Mean(1) - Mean(0), tolerance: 1e-12);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits() => Bits.Same(
        Estimate(TreatmentSamples.Firms, Options, 1).Effects.ConfidenceLow, Estimate(TreatmentSamples.Firms, Options, 3).Effects.ConfidenceLow).ShouldBeTrue();

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(
            TreatmentSamples.Of([1, 1, 0, 0, 1, 0], [1, 2, 3, 4, 2, 2], [1, 2, 3, 4, 6, 5], [1, 5, 2, 2, 4, 3]), Options with { Bandwidth = 1e-6, Terms = ["size"] })).Message.ShouldContain("reached none");
        Should.Throw<ArgumentException>(() => Estimate(TreatmentSamples.Apart, Options)).Message.ShouldContain("no overlap");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Bandwidth = 0 });
    }

    private static double Height(MatchingKernel kernel, double u) => kernel switch
    {
        MatchingKernel.Normal => Math.Abs(u) > 9 ? 0 : Math.Exp(-u * u / 2),
        _ when Math.Abs(u) > 1 => 0,
        MatchingKernel.Uniform => 1,
        MatchingKernel.Biweight => Math.Pow(1 - (u * u), 2),
        MatchingKernel.Tricube => Math.Pow(1 - Math.Pow(Math.Abs(u), 3), 3),
        _ => 1 - (u * u),
    };

    private static KernelMatchingResult Estimate(TreatmentSample sample, KernelMatchingOptions options, int workers = 1) =>
        KernelMatching.Estimate(sample, options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
