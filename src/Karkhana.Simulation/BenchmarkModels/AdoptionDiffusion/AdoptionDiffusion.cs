using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>How an innovation spreads by chance meetings in which everybody may meet everybody.</summary>
public static class AdoptionDiffusion
{
    private const string Source = "Bailey 1975, The Mathematical Theory of Infectious Diseases; Griliches 1957, doi:10.2307/1905380";

    private static readonly (string Name, string Label)[] Quantities =
    [
        ("share", "Share that has adopted"),
        ("logistic", "Share by the logistic curve of infinitely many agents"),
    ];

    /// <summary>Runs the model.</summary>
    /// <remarks>
    /// With I adopters of N, the next one adopts after a waiting time drawn exponentially at the rate b I (N − I)/N: a pure birth process, without steps of
    /// time. For many agents the share follows dx/dt = b x(1 − x), x(t) = 1/(1 + (1/x₀ − 1)e^−bt) (<see cref="InnovationDiffusion"/>); with few
    /// adopters at the start chance moves the whole curve, and the mean share lies off it. Assumes that one meeting is enough and that nobody
    /// gives up. Cost: runs × agents.
    /// Source: Bailey 1975, The Mathematical Theory of Infectious Diseases, chapter 5; Griliches 1957, doi:10.2307/1905380.
    /// </remarks>
    /// <param name="options">Agents, rate, start and runs.</param>
    /// <param name="execution">Workers and progress; the same bits for any number of workers.</param>
    /// <param name="cancellationToken">Looked at between runs.</param>
    /// <returns>The share of adopters along time, beside the logistic curve.</returns>
    /// <exception cref="ArgumentException">Times do not ascend from 0.</exception>
    public static BenchmarkRuns Simulate(
        AdoptionDiffusionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new AdoptionDiffusionOptions();
        options.Check();
        double[] curve = Curve(options, cancellationToken);
        return new BenchmarkRuns
        {
            Model = "adoption_diffusion",
            AxisName = "time",
            Axis = options.Times,
            Series = BenchmarkRuns.Summarise(
                options.Times, Quantities, options, (run, row) =>
                {
                    Fill(run, row[..curve.Length], options);
                    curve.CopyTo(row[curve.Length..]);
                },
                execution, cancellationToken),
            Runs = options.Runs,
            Notes = [],
            Provenance = new Provenance(
                "simulation.adoption-diffusion",
                FormattableString.Invariant(
                    $"agents = {options.Agents}, rate = {options.Rate}, initial_share = {options.InitialShare}, times = {options.Times.Count}, runs = {options.Runs}, level = {options.Level}"),
                Source,
                options.Seed),
        };
    }

    private static double[] Curve(AdoptionDiffusionOptions options, CancellationToken cancellationToken)
    {
        if (options.InitialAdopters == options.Agents)
        {
            return [.. options.Times.Select(_ => 1.0)];
        }

        double odds = (double)(options.Agents - options.InitialAdopters) / options.InitialAdopters;
        return
        [
            .. InnovationDiffusion.Estimate(
                new() { Curve = DiffusionCurve.Logistic, Parameters = new() { M = 1, A = odds, B = options.Rate }, Time = options.Times },
                cancellationToken: cancellationToken).Cumulative,
        ];
    }

    private static void Fill(int run, Span<double> shares, AdoptionDiffusionOptions options)
    {
        RandomStream waits = new(options.Seed, RandomPurpose.AdoptionTimes, run);
        int adopters = options.InitialAdopters;
        double next = NextAdoption(0, adopters, options, waits);
        for (int place = 0; place < shares.Length; place++)
        {
            while (next <= options.Times[place])
            {
                adopters++;
                next = NextAdoption(next, adopters, options, waits);
            }

            shares[place] = (double)adopters / options.Agents;
        }
    }

    private static double NextAdoption(double now, int adopters, AdoptionDiffusionOptions options, RandomStream waits) => adopters == options.Agents
        ? double.PositiveInfinity
        : now - (Math.Log(1 - waits.NextDouble()) * options.Agents / (options.Rate * adopters * (options.Agents - adopters)));
}
