using CsCheck;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class NearestNeighbourMatchingTests
{
    private static readonly NearestNeighbourMatchingOptions Options = new() { Terms = TreatmentSamples.Terms };

    [Fact]
    public void Matches_are_those_of_a_loop_over_all_free_controls() =>
        Gen.Select(TreatmentSamples.All, Gen.Int[0, 30].Array[50], Gen.Int[1, 3], Gen.Int[0, 12]).Sample((sample, drawn, ratio, caliper) =>
        {
            // Scores in thirtieths have many ties, on one side and on both.
            TreatmentDesign design = TreatmentDesign.Of(sample, Options, needsOutcome: true);
            double[] scores = [.. drawn.Take(design.Units).Select(value => value / 32.0)];
            double reach = caliper == 0 ? double.PositiveInfinity : caliper / 32.0;
            return NearestNeighbourMatching.Match(design, scores, ratio, reach).SequenceEqual(ByLoop(design, scores, ratio, reach));
        });

    [Fact]
    public void Six_firms_are_matched_by_hand()
    {
        // Scores: treated 0.9 takes 0.8, then treated 0.5 takes 0.4 (0.1 away; 0.8 is used), treated 0.3 is left 0.1.
        TreatmentDesign design = TreatmentDesign.Of(
            TreatmentSamples.Of([1, 1, 1, 0, 0, 0], [9, 5, 3, 1, 2, 3], [1, 2, 4, 3, 1, 5], [1, 5, 2, 2, 4, 3]), Options, needsOutcome: true);
        MatchedPair[] pairs = NearestNeighbourMatching.Match(design, [0.9, 0.5, 0.3, 0.8, 0.4, 0.1], 1, double.PositiveInfinity);

        pairs.Select(pair => (pair.Treated, pair.Control)).ShouldBe([(0, 3), (1, 4), (2, 5)]);
        NearestNeighbourMatching.Match(design, [0.9, 0.5, 0.3, 0.8, 0.4, 0.1], 1, 0.15).Length.ShouldBe(2);
    }

    [Fact]
    public void The_caliper_is_honoured_and_unmatched_firms_are_said()
    {
        NearestNeighbourMatchingResult result = Estimate(TreatmentSamples.Firms, Options with { Caliper = 0.05 });
        PropensityScoreResult scores = PropensityScore.Estimate(
            TreatmentSamples.Firms, new PropensityScoreOptions { Terms = TreatmentSamples.Terms }, cancellationToken: TestContext.Current.CancellationToken);
        double spread = Math.Sqrt(Karkhana.Core.Kernels.Sums.Variance([.. scores.Scores]));

        result.MatchedTreated.ShouldBeLessThan(10);
        result.Pairs.All(pair => Math.Abs(scores.Scores[pair.Treated] - scores.Scores[pair.Control]) <= 0.05 * spread).ShouldBeTrue();
        result.Notes.ShouldContain(note => note.Code == "unmatched");
        result.Pairs.Select(pair => pair.Control).Distinct().Count().ShouldBe(result.Pairs.Count);
    }

    [Fact]
    public void The_difference_is_that_of_the_matched_means()
    {
        NearestNeighbourMatchingResult result = Estimate(TreatmentSamples.Firms, Options with { Ratio = 2 });
        double[] differences = [.. result.Pairs.GroupBy(pair => pair.Treated).Select(own =>
            TreatmentSamples.Firms.Outcome![own.Key] - own.Average(pair => TreatmentSamples.Firms.Outcome![pair.Control]))];

        result.Att.ShouldBe(differences.Average(), tolerance: 1e-13);
        result.StandardError.ShouldBe(Math.Sqrt(differences.Sum(value => Math.Pow(value - differences.Average(), 2)) / (9 * 10)), tolerance: 1e-13);
        result.Balance.Variables.ShouldBe(["size", "age", "size squared", "age squared"]);
    }

    [Fact]
    public void A_caliper_that_reaches_nobody_gives_no_difference()
    {
        NearestNeighbourMatchingResult result = Estimate(
            TreatmentSamples.Of([1, 1, 0, 0, 1, 0], [1, 2, 3, 4, 2, 2], [1, 2, 3, 4, 6, 5], [1, 5, 2, 2, 4, 3]), Options with { Caliper = 0, Terms = ["size"] });

        (result.MatchedTreated, result.Att).ShouldBe((0, double.NaN));
        result.Notes.ShouldContain(note => note.Text.StartsWith("3 of 3 treated", StringComparison.Ordinal));
    }

    [Fact]
    public void On_the_logit_scale_the_same_firms_may_be_farther() =>
        Estimate(TreatmentSamples.Firms, Options with { Scale = MatchingScale.Logit }).MatchedTreated.ShouldBe(10);

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(TreatmentSamples.Apart, Options)).Message.ShouldContain("no overlap");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Ratio = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Caliper = -0.1 });
    }

    private static NearestNeighbourMatchingResult Estimate(TreatmentSample sample, NearestNeighbourMatchingOptions options) =>
        NearestNeighbourMatching.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<MatchedPair> ByLoop(TreatmentDesign design, double[] scores, int ratio, double reach)
    {
        HashSet<int> free = [.. design.Controls];
        List<MatchedPair> pairs = [];
        int[] waiting = [.. design.Treated.OrderByDescending(unit => scores[unit]).ThenBy(unit => unit)];
        for (int round = 1; round <= ratio; round++)
        {
            foreach (int unit in waiting)
            {
                bool left = round > 1 && !pairs.Exists(pair => pair.Treated == unit && pair.Round == round - 1);
                int? nearest = free.Count == 0 || left ? null : free.OrderBy(row => Math.Abs(scores[row] - scores[unit])).ThenBy(row => row).First();
                if (nearest is { } control && Math.Abs(scores[control] - scores[unit]) <= reach)
                {
                    pairs.Add(new MatchedPair(unit, round, control, Math.Abs(scores[unit] - scores[control])));
                    free.Remove(control);
                }
            }
        }

        return pairs.OrderBy(pair => pair.Treated).ThenBy(pair => pair.Round);
    }
}
