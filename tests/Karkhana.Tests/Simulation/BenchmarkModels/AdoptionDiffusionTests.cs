using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.BenchmarkModels;

public sealed class AdoptionDiffusionTests
{
    [Fact]
    public void Five_thousand_agents_follow_the_logistic_curve_within_monte_carlo_error()
    {
        BenchmarkRuns runs = Simulate(new() { Times = [0, 10, 40] });

        runs["logistic"].Means[1].ShouldBe(0.5998596, 5e-8);
        runs["share"].Points[1].ShouldLieWithinErrors(0.5998596);
        runs["share"].Means[0].ShouldBe(0.01, 1e-15);
        runs["share"].Means[2].ShouldBe(1, 1e-3);
        runs["logistic"].Points[1].StdError.ShouldBe(0);
    }

    [Fact]
    public void The_mean_of_many_runs_is_that_of_the_exact_process_a_little_below_the_curve()
    {
        // The forward equations of the 4951 states, solved by Runge-Kutta steps of 0.0005: 0.59701734.
        BenchmarkRuns runs = Simulate(new() { Times = [10], Runs = 2000 });

        runs["share"].Points[0].ShouldLieWithinErrors(0.59701734);
    }

    [Fact]
    public void Few_agents_have_the_mean_of_the_exact_process()
    {
        // Three adopt after the first of four; waiting times are exponential with rates b·I(4 − I)/4 = 0.75, 1, 0.75.
        double[] times = [1, 2, 4];
        BenchmarkRuns runs = Simulate(new() { Agents = 4, Rate = 1, InitialShare = 0.25, Times = times, Runs = 40_000 });

        double[] exact = ExactMeans([0, 0.75, 1, 0.75, 0], times);
        for (int place = 0; place < times.Length; place++)
        {
            runs["share"].Points[place].ShouldLieWithinErrors(exact[place]);
        }

        Math.Abs(runs["share"].Means[0] - runs["logistic"].Means[0]).ShouldBeGreaterThan(0.005);
    }

    [Fact]
    public void Shares_never_fall_and_end_with_all()
    {
        BenchmarkRuns runs = Simulate(new() { Agents = 50, Times = [0, 1, 5, 20, 20, 500], Runs = 20 });

        runs["share"].Means.Zip(runs["share"].Means.Skip(1)).ShouldAllBe(pair => pair.Second >= pair.First);
        runs["share"].Means[^1].ShouldBe(1);
        Simulate(new() { Agents = 5, InitialShare = 1, Times = [0, 3], Runs = 2 })["logistic"].Means.ShouldBe([1, 1]);
    }

    [Fact]
    public void Twice_the_rate_is_half_the_time()
    {
        BenchmarkRuns slow = Simulate(new() { Agents = 100, Rate = 0.5, Times = [4, 8], Runs = 20 });
        BenchmarkRuns fast = Simulate(new() { Agents = 100, Rate = 1, Times = [2, 4], Runs = 20 });

        fast.ShouldBeTheRunsOf(slow);
    }

    [Fact]
    public void Any_number_of_workers_gives_the_same_bits()
    {
        AdoptionDiffusionOptions options = new() { Agents = 100, Runs = 9 };

        AdoptionDiffusion.Simulate(options, new() { Workers = 4 }, TestContext.Current.CancellationToken)
            .ShouldBeTheRunsOf(AdoptionDiffusion.Simulate(options, new() { Workers = 1 }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => Simulate(new() { Times = [1, 0.5] })).Message.ShouldContain("0.5 came after 1");
        Should.Throw<ArgumentException>(() => Simulate(new() { Times = [-1] }));
        Should.Throw<ArgumentException>(() => new AdoptionDiffusionOptions { Rate = 0 });
        Should.Throw<ArgumentException>(() => new AdoptionDiffusionOptions { InitialShare = 1.5 });
    }

    /// <summary>Solves dP_i/dt = r_{i−1} P_{i−1} − r_i P_i from one adopter by small Runge-Kutta steps.</summary>
    private static double[] ExactMeans(double[] rates, double[] times)
    {
        const double Step = 1e-3;
        double[] p = new double[rates.Length];
        p[1] = 1;
        List<double> means = [];
        double now = 0;
        foreach (double time in times)
        {
            for (; now < time - (Step / 2); now += Step)
            {
                double[] k1 = Slope(p, rates);
                double[] k2 = Slope([.. p.Zip(k1, (a, b) => a + (Step / 2 * b))], rates);
                double[] k3 = Slope([.. p.Zip(k2, (a, b) => a + (Step / 2 * b))], rates);
                double[] k4 = Slope([.. p.Zip(k3, (a, b) => a + (Step * b))], rates);
                p = [.. p.Select((a, i) => a + (Step / 6 * (k1[i] + (2 * k2[i]) + (2 * k3[i]) + k4[i])))];
            }

            means.Add(p.Select((share, adopters) => share * adopters / (rates.Length - 1)).Sum());
        }

        return [.. means];
    }

    private static double[] Slope(double[] p, double[] rates) =>
        [.. p.Select((share, i) => (i == 0 ? 0 : rates[i - 1] * p[i - 1]) - (rates[i] * share))];

    private static BenchmarkRuns Simulate(AdoptionDiffusionOptions options) =>
        AdoptionDiffusion.Simulate(options, cancellationToken: TestContext.Current.CancellationToken);
}
