using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>The research of others that a firm, or region, may draw on.</summary>
public static class SpilloverPools
{
    private const string Source = "Jaffe 1986, American Economic Review 76(5):984-1001; Jaffe 1989, American Economic Review 79(5):957-970; framework section 8 (10)";

    /// <summary>Adds up the pools.</summary>
    /// <remarks>
    /// S_i = Σ_{j≠i} ω_ij R_j. Technology: ω_ij = f_i·f_j / (|f_i||f_j|), the cosine of the profiles as they are (not centred): 1 for profiles in the same proportions, 0 for profiles without a field in
    /// common, whatever their size. Distance: exp(−d_ij/δ). Joint: their product. The own research is left out, so that ω = I gives 0. Others without a profile, a field of all zeros included, add nothing to pools by technology; others whose research
    /// is not known add nothing to any, and a note counts them: pools are of those asked. A pool is what is around, not what was received.
    /// Cost: technology n·fields; with points n²·(fields + 1 exponential), shared by workers: for 100,000 units minutes of processor time. The same numbers for any number of workers.
    /// Source: Jaffe 1986; Jaffe 1989; framework section 8, row 10. Agrees with: the sums by hand, and its limits (identity, equal profiles, far away).
    /// </remarks>
    /// <param name="sample">Profiles, research, points.</param>
    /// <param name="options">Decay.</param>
    /// <param name="execution">Workers; they share the units.</param>
    /// <param name="cancellationToken">Looked at between units.</param>
    /// <returns>The pools.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is below 0.</exception>
    public static SpilloverPoolsResult Estimate(
        SpilloverSample sample, SpilloverPoolsOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new SpilloverPoolsOptions();
        sample.Check();
        double[]?[] directions = [.. sample.Profiles.Select(Direction)];
        SpilloverKernel kernel = new(sample, directions, options.DecayKilometres);
        ReplicateRows? near = sample.Points.Count == 0 ? null : ReplicateEngine.Local.Execute(kernel, execution, cancellationToken);
        double[] unknown = [.. Enumerable.Repeat(double.NaN, sample.Points.Count == 0 ? sample.Units.Count : 0)];
        return new SpilloverPoolsResult(
            sample.Units, sample.Research, Technology(sample, directions),
            near?.Column(SpilloverKernel.Distance) ?? unknown, near?.Column(SpilloverKernel.Joint) ?? unknown, [.. Notes(sample, directions)],
            new Provenance("learning.spillover-pools", FormattableString.Invariant($"decay_kilometres = {options.DecayKilometres}"), Source));
    }

    /// <summary>Adds to the inputs of regions the same input of other regions, by how alike what they put into their industries is.</summary>
    /// <remarks>Profile of a region: its input by industry; research: the sum of it. The new input <c>name_elsewhere</c> is the same in all rows of a region.</remarks>
    /// <param name="sample">The rows of a knowledge production function, with industries.</param>
    /// <param name="input">The input: <c>research</c>.</param>
    /// <returns>The rows with one input more.</returns>
    /// <exception cref="ArgumentException">There are no industries, or not this input.</exception>
    public static KnowledgeProductionSample AddTo(KnowledgeProductionSample sample, string input)
    {
        ArgumentNullException.ThrowIfNull(sample);
        Require.That(sample.Industries is not null, nameof(sample.Industries), "must be known, for they make the profile of a region");
        Require.That(sample.Inputs.ContainsKey(input), nameof(input), $"must be one of {string.Join(", ", sample.Inputs.Keys)}; it was {input}");
        (string[] regions, string[] industries) = ([.. sample.Regions.Distinct()], [.. sample.Industries!.Distinct()]);
        Dictionary<string, int> region = Numbered(regions);
        Dictionary<string, int> industry = Numbered(industries);
        double[][] profiles = [.. regions.Select(_ => new double[industries.Length])];
        for (int row = 0; row < sample.Regions.Count; row++)
        {
            profiles[region[sample.Regions[row]]][industry[sample.Industries![row]]] += sample.Inputs[input][row];
        }

        SpilloverPoolsResult pools = Estimate(new SpilloverSample(regions, profiles, [.. profiles.Select(profile => Sums.Sum(profile))]));

        // A region without any of the input has no direction; nothing elsewhere is like it.
        double[] elsewhere = [.. pools.Technology.Select(pool => double.IsNaN(pool) ? 0 : pool)];
        return sample with
        {
            Inputs = new Dictionary<string, IReadOnlyList<double>>(sample.Inputs)
            {
                [$"{input}_elsewhere"] = [.. sample.Regions.Select(name => elsewhere[region[name]])],
            },
        };
    }

    private static Dictionary<string, int> Numbered(string[] names) =>
        names.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);

    // By sums of the directions, weighted by research, of the units before and after each: the own research is never in them and nothing is taken away, so that
    // what has no field in common adds exactly 0.
    private static double[] Technology(SpilloverSample sample, double[]?[] directions)
    {
        int fields = directions.FirstOrDefault(direction => direction is not null)?.Length ?? 0;
        double[] pools = [.. directions.Select(direction => direction is null ? double.NaN : 0)];
        foreach (IEnumerable<int> order in new[] { Enumerable.Range(0, pools.Length), Enumerable.Range(0, pools.Length).Reverse() })
        {
            double[] passed = new double[fields];
            foreach (int unit in order)
            {
                if (directions[unit] is not { } direction)
                {
                    continue;
                }

                pools[unit] += Sums.Dot(direction, passed);
                double research = double.IsNaN(sample.Research[unit]) ? 0 : sample.Research[unit];
                for (int field = 0; field < fields; field++)
                {
                    passed[field] += research * direction[field];
                }
            }
        }

        return pools;
    }

    // Of length 1; null where there is none. Scaled by a power of 2 first, which changes no digit, so that no square is too great or too small for a number.
    private static double[]? Direction(IReadOnlyList<double> profile)
    {
        if (profile.Count == 0 || profile.Any(double.IsNaN) || !(profile.Max() > 0))
        {
            return null;
        }

        int power = Math.ILogB(profile.Max());
        double[] scaled = [.. profile.Select(field => Math.ScaleB(field, -power))];
        double length = Math.Sqrt(Sums.Dot(scaled, scaled));
        return [.. scaled.Select(field => field / length)];
    }

    private static IEnumerable<Note> Notes(SpilloverSample sample, double[]?[] directions)
    {
        int unasked = sample.Research.Count(double.IsNaN);
        int withoutProfile = directions.Count(direction => direction is null);
        if (unasked > 0 || withoutProfile > 0)
        {
            yield return new Note("unknown", Severity.Information, FormattableString.Invariant(
                $"Of {sample.Units.Count} units the research of {unasked} is not known and {withoutProfile} have no profile; they add nothing to pools."));
        }

        int nowhere = sample.Points.Count(point => !SpilloverKernel.IsKnown(point));
        if (nowhere > 0)
        {
            yield return new Note("no-point", Severity.Information, FormattableString.Invariant(
                $"It is not known where {nowhere} of {sample.Units.Count} units stand: they have no pool by distance and add to none."));
        }
    }
}
