using System.Globalization;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;
using Karkhana.Simulation;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>Calibration of synthetic twins: parameters drawn from their priors, data made by the model with them, and how often the
/// intervals hold what was planted. Time is that of the processor.</summary>
internal static class CalibrationRun
{
    private const int FirstReplicate = 1_000_000;

    private const int UsualSeed = 100;

    /// <summary>Calibrates twins.</summary>
    /// <param name="sizes">Twins, firms (at least 20), particles, runs, seed of the first twin; 10, 80, 300, 6000 and 100 unless given.</param>
    public static void Run(string[] sizes)
    {
        int Size(int place, int usual) => sizes.Length > place ? int.Parse(sizes[place], CultureInfo.InvariantCulture) : usual;
        (int twins, int firms, int first) = (Size(0, 10), Size(1, 80), Size(4, UsualSeed));
        ClusterPopulation population = SyntheticPopulation.Draw(new SyntheticPopulationOptions { Clustered = firms / 2, Dispersed = firms - (firms / 2) });
        ApproximateBayesianComputationOptions search = new() { Particles = Size(2, 300), Simulations = Size(3, 6000) };
        JointPrior prior = new([.. ModelParameter.All.Select(one => one.Prior)]);
        Console.WriteLine("| twin | parameter | planted | mean | from | to | contraction | identified | holds it |");
        Console.WriteLine("|---:|---|---:|---:|---:|---:|---:|---|---|");
        List<(ParameterPosterior Found, bool Held)> all = [];
        List<double> effective = [];
        TimeSpan began = Environment.CpuUsage.TotalTime;
        for (int twin = 0; twin < twins; twin++)
        {
            ParameterDraws planted = ParameterDraws.FromPrior(prior, new ClusterParameters(), 1, (ulong)(first + twin));
            ClusterCalibrationResult found = ClusterCalibration.Estimate(
                population, prior, Seen(population, planted.Parameters[0], first - UsualSeed + twin), new ClusterCalibrationOptions { Search = search }, new ExecutionOptions { Workers = 2 });
            effective.Add(1 / found.Posterior.Weights.Sum(weight => weight * weight));
            foreach (ParameterPosterior one in found.Posterior.Parameters)
            {
                double truth = planted.Values[one.Name][0];
                bool held = truth >= one.Low && truth <= one.High;
                all.Add((one, held));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {twin} | {one.Name} | {truth:G3} | {one.Mean:G3} | {one.Low:G3} | {one.High:G3} | {one.Contraction:0.00} | {(one.Identified ? "yes" : "no")} | {(held ? "yes" : "no")} |"));
            }
        }

        double seconds = (Environment.CpuUsage.TotalTime - began).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count(one => one.Held)} of {all.Count} intervals of 95 % hold what was planted, of those identified {all.Count(one => one.Held && one.Found.Identified)} of {all.Count(one => one.Found.Identified)}; median contraction {all.Select(one => one.Found.Contraction).Order().ElementAt(all.Count / 2):0.00}; effective sets {effective.Min():0} to {effective.Max():0}; {seconds / twins:0} processor seconds a twin."));
    }

    // What a study would see: the observables of a run, with the error that a sample of firms has.
    private static ObservedSummary[] Seen(ClusterPopulation population, ClusterParameters planted, int twin)
    {
        SimulationOptions options = new();
        ClusterRun run = new(ClusterStart.Of(population, options.Minimal), options);
        AddressedDraw error = new(options.Seed, FirstReplicate + twin);
        return
        [
            .. ClusterObservables.WithErrors(ModelSimulator.Seen(run, planted, FirstReplicate + twin, CancellationToken.None)).Select((summary, place) => summary with
            {
                Value = summary.Value + (summary.StandardError * error.Gaussian(RandomPurpose.SimulatedOutcomes, 0, place)),
            }).Select(Possible),
        ];
    }

    private static ObservedSummary Possible(ObservedSummary summary) =>
        ClusterObservables.Shares.Contains(summary.Name) ? summary with { Value = Math.Clamp(summary.Value, 0, 1) } : summary;
}
