using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class InverseProbabilityWeightingTests
{
    private static readonly InverseProbabilityWeightingOptions Options = new() { Terms = TreatmentSamples.Terms };

    [Fact]
    public void Thirty_firms_have_the_differences_and_stacked_errors_of_glm()
    {
        // R 4.2.2: glm and the formulas; errors from the stacked equations of scores and means by a numerical Jacobian, times √(n/(n − 1)).
        InverseProbabilityWeightingResult result = Estimate(TreatmentSamples.Firms);

        Bits.Close(
            [result.Att, result.Hajek, result.HorvitzThompson, result.DoublyRobust, result.EffectiveSampleSize],
            [0.450797023449, 0.532311851227, 0.527236089802, 0.508492742139, 12.1633803736], relative: 1e-9).ShouldBeTrue();
        Bits.Close(
            [result.AttStandardError, result.HajekStandardError, result.DoublyRobustStandardError],
            [0.1220768118, 0.1249329226, 0.119930631373], relative: 1e-7).ShouldBeTrue();
        result.Notes.ShouldContain(note => note.Code == "few-effective-controls");
    }

    [Fact]
    public void Four_kinds_of_firms_are_weighted_by_hand()
    {
        // With one 0/1 covariate the scores are the shares: 2 of 6 treated at size 0, 4 of 6 at size 1. Untreated weigh 1/2 and 2.
        double[] treatment = [1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0];
        double[] size = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        double[] outcome = [3, 5, 1, 1, 2, 2, 6, 6, 8, 8, 4, 6];
        InverseProbabilityWeightingResult result = Estimate(TreatmentSamples.Of(treatment, outcome, size, size), Options with { Terms = ["size"] });

        result.Att.ShouldBe(6 - (((0.5 * 6) + (2 * 10)) / 6), tolerance: 1e-9);
        result.Hajek.ShouldBe((4 + 7) / 2.0 - ((1.5 + 5) / 2), tolerance: 1e-9); // means of the cells, half each
        result.DoublyRobust.ShouldBe(result.Hajek, tolerance: 1e-9);
        result.HorvitzThompson.ShouldBe(result.Hajek, tolerance: 1e-9);
        result.EffectiveSampleSize.ShouldBe(36 / 9.0, tolerance: 1e-8);
        Bits.Close(result.Balance.After, [0], relative: 1e-9).ShouldBeTrue();
        result.Balance.Before[0].ShouldBe((4 / 6.0 - (2 / 6.0)) / Math.Sqrt(4.0 / 15), tolerance: 1e-12);
    }

    [Fact]
    public void A_shift_of_the_outcome_moves_no_normalised_difference() => TreatmentSamples.All.Sample(sample =>
    {
        InverseProbabilityWeightingResult plain = Estimate(sample);
        InverseProbabilityWeightingResult moved = Estimate(sample with { Outcome = [.. sample.Outcome!.Select(y => 100 - (2 * y))] });
        return Bits.Close(
            [moved.Att, moved.Hajek, moved.DoublyRobust, moved.AttStandardError, moved.HajekStandardError],
            [-2 * plain.Att, -2 * plain.Hajek, -2 * plain.DoublyRobust, 2 * plain.AttStandardError, 2 * plain.HajekStandardError], relative: 1e-6);
    });

    [Fact]
    public void Every_firm_its_own_town_is_no_town() => TreatmentSamples.All.Sample(sample =>
    {
        InverseProbabilityWeightingResult towns = Estimate(sample.InTowns(sample.Treatment.Select((_, row) => $"{row}")));
        InverseProbabilityWeightingResult plain = Estimate(sample);
        return Bits.Close([towns.AttStandardError, towns.DoublyRobustStandardError], [plain.AttStandardError, plain.DoublyRobustStandardError], relative: 1e-9);
    });

    [Fact]
    public void Few_of_a_kind_leave_the_line_out_and_say_so()
    {
        TreatmentSample few = TreatmentSamples.Of([1, 1, 0, 0, 0, 0, 0], [1, 2, 3, 1, 2, 5, 2], [1, 5, 2, 4, 3, 1, 6], [1, 2, 5, 1, 3, 2, 1]);
        InverseProbabilityWeightingResult result = Estimate(few);

        result.DoublyRobust.ShouldBe(double.NaN);
        result.Notes.ShouldContain(note => note.Code == "no-outcome-model");
        double.IsFinite(result.Att).ShouldBeTrue();
    }

    [Fact]
    public void Firms_without_overlap_are_refused() =>
        Should.Throw<ArgumentException>(() => Estimate(TreatmentSamples.Apart)).Message.ShouldContain("no overlap");

    private static InverseProbabilityWeightingResult Estimate(TreatmentSample sample, InverseProbabilityWeightingOptions? options = null) =>
        InverseProbabilityWeighting.Estimate(sample, options ?? Options, cancellationToken: TestContext.Current.CancellationToken);
}
