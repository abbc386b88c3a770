using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether the variances of several groups differ.</summary>
public static class BartlettTest
{
    internal const string Source = "Bartlett 1937, doi:10.1098/rspa.1937.0109";

    /// <summary>Tests equal variances.</summary>
    /// <remarks>
    /// K² = [(N − k) ln s_p² − Σ (n_g − 1) ln s_g²]/[1 + (Σ 1/(n_g − 1) − 1/(N − k))/(3(k − 1))], chi-square with k − 1
    /// degrees of freedom. Assumes normal values, and is very sensitive to that. Cost: one pass.
    /// Source: Bartlett 1937, doi:10.1098/rspa.1937.0109. Agrees with: R 4.2 bartlett.test, relative 1e-10.
    /// </remarks>
    /// <param name="sample">Values of at least two groups, at least two each.</param>
    /// <param name="options">Nothing can be set.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test with the variances.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, a group of one value or one that does not
    /// vary.</exception>
    public static BartlettTestResult Estimate(
        GroupedValues sample, BartlettTestOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        GroupedObservations groups = GroupedObservations.Of(sample, leastSize: 2);
        double[] variances = [.. groups.Variances];
        int constant = Array.IndexOf(variances, 0);
        Require.That(constant < 0, nameof(sample), constant < 0 ? "" : $"must vary within each group; group {groups.Groups.Codes[constant]} does not");
        double[] degrees = [.. groups.Sizes.Select(size => size - 1.0)];
        double all = Sums.Sum(degrees);
        double pooled = Sums.Dot(degrees, variances) / all;
        double distance = Sums.Dot(degrees, [.. variances.Select(variance => Math.Log(pooled / variance))]);
        double correction = 1 + ((Sums.Sum([.. degrees.Select(own => 1 / own)]) - (1 / all)) / (3.0 * (groups.Count - 1)));
        return new BartlettTestResult
        {
            Groups = groups.Groups.Codes,
            Sizes = groups.Sizes,
            Variances = variances,
            Statistic = distance / correction,
            Degrees = groups.Count - 1,
            PValue = ChiSquare.UpperTail(distance / correction, groups.Count - 1),
            Notes = [.. groups.Notes],
            Provenance = new Provenance("econometrics.bartlett-test", "", Source),
        };
    }
}
