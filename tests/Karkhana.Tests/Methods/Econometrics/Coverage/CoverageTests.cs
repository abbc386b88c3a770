using System.Collections.Concurrent;
using Karkhana.Benchmarks.Coverage;
using Karkhana.Core.Execution;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics.Coverage;

/// <summary>The short form of <c>bench -- honesty</c>: fewer samples, and a band as wide as their Monte-Carlo error asks.</summary>
public sealed class CoverageTests
{
    private const ulong Seed = 2003;
    private const int Samples = 200;
    private const double Errors = 3.5; // Monte-Carlo errors beyond the band: one false alarm in some thousand tests

    private static readonly string[] Slow = ["learning equations (T20)", "mediation"];

    private static readonly ConcurrentDictionary<int, CoverageSummary> Judged = new();

    public static TheoryData<int> Designs => [.. Enumerable.Range(0, CoverageDesign.All().Count).Where(number => CoverageDesign.All()[number].Known.Length == 0)];

    public static TheoryData<int> Wrong => [.. Enumerable.Range(0, CoverageDesign.All().Count).Where(
        number => CoverageDesign.All()[number].Known.StartsWith("wrong assumption", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Designs))]
    public void Intervals_hold_the_truth_and_true_nulls_are_rejected_as_often_as_said(int number)
    {
        CoverageDesign design = CoverageDesign.All()[number];
        CoverageSummary summary = Judge(design, number);

        summary.Refused.ShouldBe(0, design.Name);
        summary.Coverage.ShouldBeInRange(0.93 - (Errors * summary.MonteCarloError), design.Careful.Length > 0 ? 1 : 0.97 + (Errors * summary.MonteCarloError), design.Name);
        summary.Rejection.ShouldBeInRange(design.Careful.Length > 0 ? 0 : 0.04 - (Errors * summary.MonteCarloError), 0.06 + (Errors * summary.MonteCarloError), design.Name);
    }

    // One design has too few samples for the upper side to bind: intervals that are all too wide show when the designs are added up.
    [Fact]
    public void Together_intervals_are_no_wider_and_tests_no_more_careful_than_they_say()
    {
        CoverageSummary[] all = [.. Designs.Select(row => row.Data).Where(number => CoverageDesign.All()[number].Careful.Length == 0)
            .Select(number => Judge(CoverageDesign.All()[number], number))];
        double samples = all.Sum(summary => summary.Used);
        double error = Math.Sqrt(0.95 * 0.05 / samples);

        (all.Sum(summary => summary.Used * summary.Coverage) / samples).ShouldBeInRange(0.94 - (Errors * error), 0.96 + (Errors * error));
        (all.Sum(summary => summary.Used * summary.Rejection) / samples).ShouldBeInRange(0.04 - (Errors * error), 0.06 + (Errors * error));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_assumption_shows(int number)
    {
        CoverageDesign design = CoverageDesign.All()[number];

        Judge(design, number).Rejection.ShouldBeGreaterThan(0.08, design.Name);
    }

    [Fact]
    public void Benjamini_and_Hochberg_keep_the_false_discovery_rate()
    {
        foreach (DiscoveryDesign design in DiscoveryDesign.All())
        {
            DiscoverySummary summary = DiscoverySummary.Of(ReplicateEngine.Local.Execute(new DiscoveryJob(design, 1000, Seed), cancellationToken: TestContext.Current.CancellationToken));

            summary.Rate.ShouldBeLessThan(design.Bound + (Errors * summary.MonteCarloError), design.Name);
        }
    }

    [Fact]
    public void Samples_do_not_depend_on_the_workers()
    {
        CoverageJob job = new(CoverageDesign.All()[0], 0, 60, Seed);

        double[] With(int workers) => ReplicateEngine.Local.Execute(
            job, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken).Values;

        With(1).ShouldBe(With(3));
    }

    private static CoverageSummary Judge(CoverageDesign design, int number) => Judged.GetOrAdd(number, _ => CoverageSummary.Of(ReplicateEngine.Local.Execute(
        new CoverageJob(design, number, Slow.Contains(design.Family) ? Samples / 2 : Samples, Seed), cancellationToken: TestContext.Current.CancellationToken)));
}
