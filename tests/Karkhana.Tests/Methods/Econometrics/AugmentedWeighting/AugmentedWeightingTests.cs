using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class AugmentedWeightingTests
{
    private static readonly AugmentedWeightingOptions Options = new() { Terms = TreatmentSamples.Terms, Permutations = 39 };

    [Fact]
    public void The_known_difference_lies_within_four_errors() => Gen.Int[0, 1_000_000].Sample(
        seed =>
        {
            AugmentedWeightingResult result = Estimate(TreatmentSamples.Simulated(30, 20, 2, wholeTowns: false, seed));
            return Enumerable.Range(0, 2).All(effect =>
                Math.Abs(result.Differences.Estimates[effect] - 2) < 4.5 * result.Differences.StandardErrors[effect])
                && result.Differences.StandardErrors[0] < 0.2;
        },
        iter: 20);

    [Fact]
    public void The_formula_is_that_of_four_firms_by_hand()
    {
        // y − m₀: treated 3 and 5, untreated 1 and 2 with odds 1 and 3: att = 4 − 7/4. Lines differ by 1 everywhere;
        // y − m₁ of the treated 2 and 4 with 1/e = 2 and 4/3; untreated 1 and 2 with 1/(1 − e) = 2 and 4.
        CrossFit fit = new([0.5, 0.75, 0.5, 0.75], [1, 1, 1, 1], [0, 0, 0, 0]);
        AugmentedContrast contrast = AugmentedContrast.Of([3, 5, 1, 2], [1, 1, 0, 0], fit, [0, 1, 2, 3]);

        contrast.Att.ShouldBe(4 - (7 / 4.0), tolerance: 1e-14);
        contrast.Ate.ShouldBe(1 + (((2 * 2) + (4 * 4 / 3.0)) / (10 / 3.0)) - (((1 * 2) + (2 * 4)) / 6.0), tolerance: 1e-14);
        Bits.Close(contrast.AttContributions, [-0.5, 0.5, 0.75 / 4, -0.75 / 4], relative: 1e-14).ShouldBeTrue();
        Math.Abs(contrast.AteContributions.Sum()).ShouldBeLessThan(1e-14);
    }

    [Fact]
    public void Parts_never_split_a_town_and_hold_about_as_many_of_each_kind() =>
        Gen.Select(Gen.Int[5, 40], Gen.Int[2, 5], Gen.Int[0, 1_000_000]).Sample((towns, folds, seed) =>
        {
            int[] townOf = [.. Enumerable.Range(0, towns).SelectMany(town => Enumerable.Repeat(town, 3))];
            double[] treatment = [.. townOf.Select(town => town % 2 == 0 ? 1.0 : 0)];
            int[] foldOf = CrossFolds.Deal(townOf, towns, treatment, folds, new RandomStream((ulong)seed, RandomPurpose.Example, 0));
            int[] treated = [.. Enumerable.Range(0, folds).Select(fold => Enumerable.Range(0, foldOf.Length).Count(unit => foldOf[unit] == fold && treatment[unit] == 1))];
            return Enumerable.Range(0, foldOf.Length).All(unit => foldOf[unit] == foldOf[3 * townOf[unit]])
                && treated.Max() - treated.Min() <= 3;
        });

    [Fact]
    public void A_firm_s_models_did_not_see_its_part()
    {
        TreatmentSample sample = TreatmentSamples.Simulated(10, 6, 1, wholeTowns: false, 3);
        TreatmentDesign design = TreatmentDesign.Of(sample, Options, needsOutcome: true);
        int[] foldOf = [.. Enumerable.Range(0, 60).Select(unit => unit / 12)];
        CrossFit plain = CrossFit.Of(design, design.Treatment, foldOf, 5, 1);
        double[] moved = [.. design.Outcome.Select((value, unit) => unit < 12 ? value + 100 : value)];
        CrossFit changed = CrossFit.Of(design with { Outcome = moved }, design.Treatment, foldOf, 5, 1);

        Bits.Same([.. plain.Treated.Take(12)], [.. changed.Treated.Take(12)]).ShouldBeTrue();
        Bits.Same([.. plain.Treated.Skip(12)], [.. changed.Treated.Skip(12)]).ShouldBeFalse();
    }

    [Fact]
    public void Few_towns_treated_as_wholes_are_permuted_with_the_same_bits_for_any_workers()
    {
        TreatmentSample sample = TreatmentSamples.Simulated(10, 8, 3, wholeTowns: true, 7);
        AugmentedWeightingResult one = Estimate(sample, workers: 1);
        AugmentedWeightingResult three = Estimate(sample, workers: 3);

        Bits.Same(one.PermutationPValues, three.PermutationPValues).ShouldBeTrue();
        one.PermutationPValues[0].ShouldBeLessThan(0.1);
        one.Notes.ShouldContain(note => note.Code == "few-clusters");
        one.Differences.DegreesOfFreedom[0].ShouldBe(9);
        Estimate(TreatmentSamples.Simulated(10, 8, 0, wholeTowns: true, 7)).PermutationPValues[0].ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void A_difference_of_the_largest_towns_is_found_though_permuted_differences_lie_to_one_side()
    {
        const int Towns = 14;
        const int Largest = 40;
        const int Others = 6;
        TreatmentSample drawn = TreatmentSamples.Simulated(Towns, Largest, 0, wholeTowns: true, 5);
        int[] kept = [.. Enumerable.Range(0, Towns * Largest).Where(row => row < 3 * Largest || row % Largest < Others)];
        double[] treatment = [.. Enumerable.Range(0, Towns * Largest).Select(row => row < 3 * Largest ? 1.0 : 0.0)];
        TreatmentSample sample = (drawn with { Treatment = treatment, Outcome = [.. drawn.Outcome!.Zip(treatment, (value, own) => value + own)] })
            .InOrder(kept).InTowns(kept.Select(row => $"town {row / Largest}"));

        AugmentedWeightingResult result = AugmentedWeighting.Estimate(
            sample, Options with { Permutations = 199 }, cancellationToken: TestContext.Current.CancellationToken);

        result.PermutationPValues[0].ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Towns_with_both_kinds_are_not_permuted()
    {
        AugmentedWeightingResult result = Estimate(TreatmentSamples.Simulated(10, 8, 1, wholeTowns: false, 7));

        result.PermutationPValues[0].ShouldBe(double.NaN);
        result.Notes.Single(note => note.Code == "few-clusters").Text.ShouldContain("not permuted");
    }

    [Fact]
    public void Trimming_is_said_and_extreme_firms_do_not_count()
    {
        TreatmentSample sample = TreatmentSamples.Simulated(30, 20, 2, wholeTowns: false, 11);
        AugmentedWeightingResult result = Estimate(sample, Options with { Trim = 0.3 });

        result.Trimmed.ShouldBe(result.Scores.Count(score => score is < 0.3 or > 0.7));
        result.Trimmed.ShouldBeGreaterThan(0);
        result.Notes.ShouldContain(note => note.Code == "trimmed");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        TreatmentSample two = TreatmentSamples.Simulated(2, 10, 1, wholeTowns: true, 5);
        Should.Throw<ArgumentException>(() => Estimate(two)).Message.ShouldContain("too few clusters");
        Should.Throw<ArgumentException>(() => Estimate(TreatmentSamples.Apart)).Message.ShouldContain("tell all of them apart");
        Should.Throw<ArgumentException>(() => Estimate(TreatmentSamples.Firms, Options with { Trim = 0.4, Ridge = 1e6 })).Message.ShouldContain("too little overlap");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Trim = 0.5 });
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Ridge = 0 });
    }

    private static AugmentedWeightingResult Estimate(TreatmentSample sample, AugmentedWeightingOptions? options = null, int workers = 1) =>
        AugmentedWeighting.Estimate(sample, options ?? Options, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
