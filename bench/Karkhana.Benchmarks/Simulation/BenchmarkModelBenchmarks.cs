using BenchmarkDotNet.Attributes;
using Karkhana.Core.Execution;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>The two larger benchmark models of the simulation; synthetic by nature.</summary>
public class BenchmarkModelBenchmarks
{
    /// <summary>Gets or sets the number of workers.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Trades knowledge among 100 agents: ten rewirings of 20 runs.</summary>
    [Benchmark]
    public BenchmarkRuns Barter() => BarterDiffusion.Simulate(
        new BarterDiffusionOptions { Runs = 20 }, new ExecutionOptions { Workers = Workers });

    /// <summary>Runs 100 industries of 100 periods with innovation, imitation, entry and exit.</summary>
    [Benchmark]
    public BenchmarkRuns Competition() => SchumpeterianCompetition.Simulate(
        null, new SchumpeterianCompetitionOptions { Runs = 100 }, new ExecutionOptions { Workers = Workers });
}
