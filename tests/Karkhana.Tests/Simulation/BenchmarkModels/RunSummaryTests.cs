using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

public sealed class RunSummaryTests
{
    [Fact]
    public void Mean_error_and_limits_are_those_of_student()
    {
        // 1, 2, 3, 4: mean 2.5, variance 5/3, error √(5/12), t with 3 degrees at 0.975 is 3.182446.
        RunSummary summary = RunSummary.Of([4, 1, 3, 2], 0.95);

        summary.Estimate.ShouldBe(2.5);
        summary.StdError.ShouldBe(Math.Sqrt(5.0 / 12), 1e-15);
        summary.ConfHigh.ShouldBe(2.5 + (3.182446305 * Math.Sqrt(5.0 / 12)), 1e-8);
        summary.ConfLow.ShouldBe(5 - summary.ConfHigh, 1e-14);
        summary.RunLow.ShouldBe(1.15, 1e-14);
        summary.RunHigh.ShouldBe(3.85, 1e-14);
    }

    [Fact]
    public void Runs_in_which_a_number_is_not_defined_are_left_out()
    {
        RunSummary.Of([4, double.NaN, 1, 3, 2], 0.9).ShouldBe(RunSummary.Of([4, 1, 3, 2], 0.9));
        RunSummary.Of([7, double.NaN], 0.9).Estimate.ShouldBe(7);
        RunSummary.Of([7, double.NaN], 0.9).ConfLow.ShouldBe(double.NaN);
        RunSummary.Of([double.NaN], 0.9).Estimate.ShouldBe(double.NaN);
    }
}
