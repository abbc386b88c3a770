using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class SimulatedPowerTests
{
    private static readonly SimulatedPowerOptions Options = new() { Exposure = "x", Terms = ["x"], Replicates = 4000 };

    [Fact]
    public void Two_arms_of_firms_drawn_one_by_one_have_the_power_of_the_formula()
    {
        // 64 a side and half a standard deviation: 80 % by Student's t.
        SimulatedPowerResult result = Estimate(Arms(128, _ => ""), Options with { Effects = [0.5, -0.5, 0] }, clustered: false);

        result.Power[0].ShouldBe(0.801, tolerance: 0.025);
        result.Power[1].ShouldBe(result.Power[0], tolerance: 0.035);
        result.Power[2].ShouldBe(result.FalsePositives);
        result.FalsePositives.ShouldBe(0.05, tolerance: 0.014);
        result.LeastEffect.ShouldBe(0.5, tolerance: 0.03);
        result.Clusters.ShouldBe(0);
        result.ConfidenceLow[0].ShouldBeLessThan(result.Power[0]);
    }

    [Fact]
    public void Towns_cost_what_the_design_effect_says()
    {
        // 2 × 216 firms, ten and eight per town, x between towns only: D = 1 + 9·0.08 gives the power of 216/1.72 firms.
        SimulatedPowerResult result = Estimate(
            new RegressionSample(Table.Of("sample", Column.Of("x", Enumerable.Range(0, 440).Select(i => (double)(i / 10 % 2))))) { Clusters = [[.. Enumerable.Range(0, 440).Select(i => $"t{i / 10}")]] },
            Options with { Effects = [0.5], IntraclusterCorrelation = 0.08 }, clustered: true);

        // Shift 0.5·√(440/4/1.72) = 4: near certain; the least coefficient is 2.87·√(4·1.72/440) with 43 degrees of freedom.
        result.Clusters.ShouldBe(44);
        result.LeastEffect.ShouldBe((2.0167 + 0.8507) * Math.Sqrt(4 * 1.72 / 440), tolerance: 0.015);
        result.FalsePositives.ShouldBe(0.05, tolerance: 0.02);
    }

    [Fact]
    public void Few_clusters_find_too_much_and_a_note_says_so()
    {
        RegressionSample few = Arms(120, i => $"t{i % 6}") is var sample
            ? sample with { Data = Table.Of("sample", Column.Of("x", Enumerable.Range(0, 120).Select(i => i % 6 == 0 ? 1.0 : 0))) } : sample;

        SimulatedPowerResult result = Estimate(few, Options with { IntraclusterCorrelation = 0.3 }, clustered: true);

        result.FalsePositives.ShouldBeGreaterThan(0.1);
        result.Notes.ShouldContain(note => note.Code == "false-positives");
    }

    [Fact]
    public void One_worker_and_several_give_the_same_bits()
    {
        RegressionSample sample = Arms(60, i => $"t{i % 12}");
        SimulatedPowerOptions options = Options with { Effects = [0.1, 0.4], Replicates = 300 };

        SimulatedPowerResult one = SimulatedPower.Estimate(sample, options, new ExecutionOptions { Workers = 1 }, TestContext.Current.CancellationToken);
        SimulatedPowerResult three = SimulatedPower.Estimate(sample, options, new ExecutionOptions { Workers = 3 }, TestContext.Current.CancellationToken);

        Bits.Same([.. one.Power, one.LeastEffect, one.FalsePositives], [.. three.Power, three.LeastEffect, three.FalsePositives]).ShouldBeTrue();
        SimulatedPower.Estimate(sample, options with { Seed = 5 }, cancellationToken: TestContext.Current.CancellationToken).LeastEffect.ShouldNotBe(one.LeastEffect);
    }

    [Fact]
    public void A_unit_twice_as_large_has_twice_the_coefficient()
    {
        RegressionSample sample = Arms(60, i => $"t{i % 12}");
        RegressionSample halved = sample with { Data = Table.Of("sample", Column.Of("x", sample.Data.Numbers("x").Select(x => x / 2))) };

        Estimate(halved, Options, clustered: true).LeastEffect.ShouldBe(2 * Estimate(sample, Options, clustered: true).LeastEffect, tolerance: 1e-9);
    }

    [Fact]
    public void Wrong_designs_are_refused()
    {
        RegressionSample sample = Arms(20, i => $"t{i % 4}");
        RegressionSample twice = sample with { Data = Table.Of("sample", [.. sample.Data.Columns, Column.Of("z", sample.Data.Numbers("x"))]) };

        Should.Throw<ArgumentException>(() => Estimate(sample, Options with { Exposure = "w" }, clustered: true)).Message.ShouldContain("it was w");
        Should.Throw<ArgumentException>(() => Estimate(twice, Options with { Exposure = "z", Terms = ["x", "z"] }, clustered: true)).Message.ShouldContain("do not determine");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Clusters = [[.. Enumerable.Repeat("a", 20)]] }, Options, clustered: true)).Message.ShouldContain("at least two clusters");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Clusters = [sample.Clusters[0], sample.Clusters[0]] }, Options, clustered: true)).Message.ShouldContain("there were 2");
        Should.Throw<ArgumentOutOfRangeException>(() => Options with { Replicates = 10 });
        Should.Throw<ArgumentException>(() => Options with { Effects = [] });
    }

    private static RegressionSample Arms(int firms, Func<int, string> town) => new(
        Table.Of("sample", Column.Of("x", Enumerable.Range(0, firms).Select(i => (double)(i % 2)))))
    {
        Clusters = [[.. Enumerable.Range(0, firms).Select(town)]],
    };

    private static SimulatedPowerResult Estimate(RegressionSample sample, SimulatedPowerOptions options, bool clustered) => SimulatedPower.Estimate(
        clustered ? sample : sample with { Clusters = [] }, options, cancellationToken: TestContext.Current.CancellationToken);
}
