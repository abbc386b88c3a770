using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class EntropyBalancingTests
{
    private static readonly EntropyBalancingOptions Options = new() { Terms = TreatmentSamples.Terms };

    [Fact]
    public void Thirty_firms_have_the_weights_of_the_dual_in_r()
    {
        // R 4.2.2: optim and Newton's steps on log(sum(exp(C %*% l))); the error from lm of the outcome on C with these weights.
        EntropyBalancingResult result = Estimate(TreatmentSamples.Firms);

        result.Att.ShouldBe(0.501785925003, tolerance: 1e-9);
        result.EffectiveSampleSize.ShouldBe(8.97583226592, tolerance: 1e-8);
        result.StandardError.ShouldBe(0.127656525343, tolerance: 1e-9);
        result.TargetsMet.ShouldBeTrue();
    }

    [Fact]
    public void Three_untreated_firms_are_weighted_by_hand()
    {
        // Untreated at 0, 1, 2 and a target of 1.5: weights 1, r, r² over their sum with r² − r − 3 = 0 … Σw x = 1.5 means r + 2r² = 1.5(1 + r + r²).
        double r = (1 + Math.Sqrt(13)) / 2;
        double sum = 1 + r + (r * r);
        EntropyBalancingResult result = Estimate(
            TreatmentSamples.Of([1, 1, 0, 0, 0], [4, 6, 1, 2, 4], [1, 2, 0, 1, 2], [0, 0, 0, 0, 0]), Options with { Terms = ["size"] });

        Bits.Close(result.Weights, [1, 1, 2 / sum, 2 * r / sum, 2 * r * r / sum], relative: 1e-8).ShouldBeTrue();
        result.Att.ShouldBe(5 - ((1 + (2 * r) + (4 * r * r)) / sum), tolerance: 1e-8);
    }

    [Fact]
    public void Moments_are_equal_up_to_the_order_that_was_asked_for_or_the_reason_is_said() =>
        Gen.Select(TreatmentSamples.All, Gen.Int[1, 3]).Sample((sample, moments) =>
        {
            EntropyBalancingResult result = Estimate(sample, Options with { Moments = moments });
            if (!result.TargetsMet)
            {
                return double.IsNaN(result.Att) && result.Notes.Any(note => note.Code == "targets-not-met");
            }

            int treated = (int)sample.Treatment.Sum();
            return Enumerable.Range(1, moments).All(power => TreatmentSamples.Terms.All(term =>
            {
                double[] powers = [.. sample.Covariates.Data.Numbers(term).Select(value => Math.Pow(value, power))];
                double target = powers.Where((_, row) => sample.Treatment[row] == 1).Sum() / treated;
                double reached = powers.Select((value, row) => sample.Treatment[row] == 0 ? result.Weights[row] * value : 0).Sum() / treated;
                return Math.Abs(target - reached) < 1e-5 * (1 + powers.Max(Math.Abs));
            }));
        });

    [Fact]
    public void Weights_are_positive_and_add_up_to_the_treated() => TreatmentSamples.All.Sample(sample =>
    {
        EntropyBalancingResult result = Estimate(sample);
        double untreated = result.Weights.Where((_, row) => sample.Treatment[row] == 0).Sum();
        return result.Weights.All(weight => weight >= 0) && Bits.Close([untreated], [sample.Treatment.Sum()], relative: 1e-9);
    });

    [Fact]
    public void Targets_beyond_all_untreated_are_proved_to_be_out_of_reach()
    {
        EntropyBalancingResult result = Estimate(TreatmentSamples.Apart);

        result.TargetsMet.ShouldBeFalse();
        (result.Att, result.StandardError).ShouldBe((double.NaN, double.NaN));
        result.Notes.Single(note => note.Code == "targets-not-met").Text.ShouldContain("lie outside all of them");
    }

    [Fact]
    public void Without_an_outcome_there_are_weights_and_no_difference()
    {
        EntropyBalancingResult result = Estimate(TreatmentSamples.Firms with { Outcome = null });

        result.Att.ShouldBe(double.NaN);
        Bits.Same(result.Weights, Estimate(TreatmentSamples.Firms).Weights).ShouldBeTrue();
    }

    [Fact]
    public void Wrong_input_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Options with { Moments = 4 });

    private static EntropyBalancingResult Estimate(TreatmentSample sample, EntropyBalancingOptions? options = null) =>
        EntropyBalancing.Estimate(sample, options ?? Options, cancellationToken: TestContext.Current.CancellationToken);
}
