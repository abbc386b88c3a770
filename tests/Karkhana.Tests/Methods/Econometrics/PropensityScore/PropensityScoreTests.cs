using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class PropensityScoreTests
{
    private static readonly PropensityScoreOptions Options = new() { Terms = TreatmentSamples.Terms };

    [Fact]
    public void Thirty_firms_have_the_coefficients_of_glm()
    {
        // R 4.2.2: glm(t ~ size + age, binomial, control = list(epsilon = 1e-14)).
        PropensityScoreResult result = Estimate(TreatmentSamples.Firms);

        Bits.Close(result.Coefficients.Estimates, [-2.0335534378012, 0.2779396902791, -0.0505771835166], relative: 1e-9).ShouldBeTrue();
        result.Scores[1].ShouldBe(1 / (1 + Math.Exp(2.0335534378012 - (7 * 0.2779396902791) + (19 * 0.0505771835166))), tolerance: 1e-9);
    }

    [Fact]
    public void Scores_add_up_to_the_treated_and_follow_their_rows() => Gen.Select(TreatmentSamples.All, Gen.Int[0, 1_000_000]).Sample((sample, seed) =>
    {
        int[] order = [.. Enumerable.Range(0, sample.Treatment.Count)];
        new Random(seed).Shuffle(order);
        PropensityScoreResult plain = Estimate(sample);
        PropensityScoreResult turned = Estimate(sample.InOrder(order));
        return Bits.Close([plain.Scores.Sum()], [sample.Treatment.Sum()], relative: 1e-7)
            && Bits.Close(turned.Scores, [.. order.Select(row => plain.Scores[row])], relative: 1e-6);
    });

    [Fact]
    public void Firms_that_size_tells_apart_are_named_and_have_scores_at_the_ends()
    {
        PropensityScoreResult result = Estimate(TreatmentSamples.Apart);

        result.Notes.ShouldContain(note => note.Code == "separation" && note.Text.Contains("size", StringComparison.Ordinal));
        result.Notes.ShouldContain(note => note.Code == "overlap" && note.Text.Contains("7 of 7", StringComparison.Ordinal)
            && note.Text.Contains("no range of scores is shared", StringComparison.Ordinal));
        Estimate(TreatmentSamples.Apart, Options with { Ridge = 1 }).Notes.ShouldNotContain(note => note.Code == "separation");
    }

    [Fact]
    public void Wrong_input_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Ridge = -1 }).Message.ShouldContain("it was -1");

    private static PropensityScoreResult Estimate(TreatmentSample sample, PropensityScoreOptions? options = null) =>
        PropensityScore.Estimate(sample, options ?? Options, cancellationToken: TestContext.Current.CancellationToken);
}
