using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>The research of others that a firm, or region, may draw on.</summary>
public static class SpilloverPools
{
    private const string Source = "Jaffe 1986, American Economic Review 76(5):984-1001; Jaffe 1989, American Economic Review 79(5):957-970; framework section 8 (10)";
    private const double MetresPerKilometre = 1000;

    /// <summary>Adds up the pools.</summary>
    /// <remarks>
    /// S_i = Σ_{j≠i} ω_ij R_j. Technology: ω_ij = f_i·f_j / (|f_i||f_j|), the cosine of the profiles as they are (not centred): 1 for profiles in the same proportions, 0 for profiles without a field in
    /// common, whatever their size. Distance: exp(−d_ij/δ). Joint: their product. The own research is left out, so that ω = I gives 0. Others without a profile, a field of all zeros included, add nothing to pools by technology; others whose research
    /// is not known add nothing to any, and a note counts them: pools are of those asked. A pool is what is around, not what was received. Cost: n²·fields.
    /// Source: Jaffe 1986; Jaffe 1989; framework section 8, row 10. Agrees with: the sums by hand, and its limits (identity, equal profiles, far away).
    /// </remarks>
    /// <param name="sample">Profiles, research, points.</param>
    /// <param name="options">Decay.</param>
    /// <param name="execution">Not used.</param>
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
        int[] known = [.. Enumerable.Range(0, sample.Units.Count).Where(unit => !double.IsNaN(sample.Research[unit]))];
        (double[] technology, double[] distance, double[] joint) = (new double[sample.Units.Count], new double[sample.Units.Count], new double[sample.Units.Count]);
        for (int unit = 0; unit < sample.Units.Count; unit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] others = [.. known.Where(other => other != unit)];
            double[] alike = [.. others.Select(other => Cosine(directions[unit], directions[other]))];
            double[] near = [.. others.Select(other => Nearness(sample.Points, unit, other, options.DecayKilometres))];
            double[] research = [.. others.Select(other => sample.Research[other])];
            technology[unit] = directions[unit] is null ? double.NaN : Sums.Dot(alike, research);
            distance[unit] = sample.Points.Count == 0 ? double.NaN : Sums.Dot(near, research);
            joint[unit] = directions[unit] is null || sample.Points.Count == 0 ? double.NaN
                : Sums.Dot([.. alike.Zip(near, (same, close) => same * close)], research);
        }

        return new SpilloverPoolsResult(
            sample.Units, sample.Research, technology, distance, joint, [.. Notes(sample, known.Length, directions.Count(direction => direction is null))],
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
        double[][] profiles = [.. regions.Select(_ => new double[industries.Length])];
        for (int row = 0; row < sample.Regions.Count; row++)
        {
            profiles[Array.IndexOf(regions, sample.Regions[row])][Array.IndexOf(industries, sample.Industries![row])] += sample.Inputs[input][row];
        }

        SpilloverPoolsResult pools = Estimate(new SpilloverSample(regions, profiles, [.. profiles.Select(profile => Sums.Sum(profile))]));

        // A region without any of the input has no direction; nothing elsewhere is like it.
        double[] elsewhere = [.. pools.Technology.Select(pool => double.IsNaN(pool) ? 0 : pool)];
        return sample with
        {
            Inputs = new Dictionary<string, IReadOnlyList<double>>(sample.Inputs)
            {
                [$"{input}_elsewhere"] = [.. sample.Regions.Select(region => elsewhere[Array.IndexOf(regions, region)])],
            },
        };
    }

    // Of length 1; null where there is none.
    private static double[]? Direction(IReadOnlyList<double> profile)
    {
        double length = profile.Count == 0 ? double.NaN : Math.Sqrt(Sums.Dot([.. profile], [.. profile]));
        return length > 0 ? [.. profile.Select(field => field / length)] : null;
    }

    private static double Cosine(double[]? one, double[]? other) => one is null || other is null ? 0 : Sums.Dot(one, other);

    private static double Nearness(IReadOnlyList<(double X, double Y)> points, int one, int other, double decayKilometres)
    {
        if (points.Count == 0)
        {
            return 0;
        }

        double metres = Math.Sqrt(Math.Pow(points[one].X - points[other].X, 2) + Math.Pow(points[one].Y - points[other].Y, 2));
        return Math.Exp(-metres / MetresPerKilometre / decayKilometres);
    }

    private static IEnumerable<Note> Notes(SpilloverSample sample, int known, int withoutProfile)
    {
        if (known < sample.Units.Count || withoutProfile > 0)
        {
            yield return new Note("unknown", Severity.Information, FormattableString.Invariant(
                $"Of {sample.Units.Count} units the research of {sample.Units.Count - known} is not known and {withoutProfile} have no profile; they add nothing to pools."));
        }
    }
}
