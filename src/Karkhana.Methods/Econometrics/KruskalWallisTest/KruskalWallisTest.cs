using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether values of some groups tend to be greater than those of others.</summary>
public static class KruskalWallisTest
{
    internal const string Source =
        "Kruskal & Wallis 1952, doi:10.1080/01621459.1952.10483441; Tomczak & Tomczak 2014, Trends in Sport Sciences 1(21):19-25";

    /// <summary>Tests whether the groups are drawn from one distribution.</summary>
    /// <remarks>
    /// H = [12/(N(N + 1)) Σ R_g²/n_g − 3(N + 1)] / (1 − Σ (t³ − t)/(N³ − N)) with rank sums R_g and ties of t values;
    /// chi-square with groups − 1 degrees of freedom, which supposes some five values per group. Effect size: ε² = H/(N − 1),
    /// from 0 to 1. All values equal: NaN and a note. Cost: N log N.
    /// Source: Kruskal and Wallis 1952, doi:10.1080/01621459.1952.10483441, equations 1.1 and 1.3; Tomczak and Tomczak 2014
    /// (effect size). Agrees with: R 4.2 kruskal.test, relative 1e-10.
    /// </remarks>
    /// <param name="sample">Values of at least two groups.</param>
    /// <param name="options">Nothing can be set.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test with effect size and mean ranks.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups.</exception>
    public static KruskalWallisTestResult Estimate(
        GroupedValues sample,
        KruskalWallisTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        GroupedObservations groups = GroupedObservations.Of(sample, leastSize: 1);
        double[] ranks = Ranks.Of(groups.Pooled);
        double total = ranks.Length;
        double[] meanRanks = [.. Enumerable.Range(0, groups.Count).Select(
            group => Sums.Mean([.. ranks.Where((_, i) => groups.Groups.Positions[i] == group)]))];
        // Σ n_g (R̄_g − R̄)², which the textbook form subtracts from large numbers.
        double between = Sums.Sum([.. meanRanks.Select((rank, group) => groups.Sizes[group] * (rank - ((total + 1) / 2)) * (rank - ((total + 1) / 2)))]);
        double ties = 1 - (TiedRanks.CubicExcess(groups.Pooled) / ((total * total * total) - total));
        bool varies = GroupedObservations.Varies(groups.Pooled);
        double statistic = varies ? 12 / (total * (total + 1)) * between / ties : double.NaN;
        return new KruskalWallisTestResult
        {
            Groups = groups.Groups.Codes,
            Sizes = groups.Sizes,
            MeanRanks = meanRanks,
            Statistic = statistic,
            Degrees = groups.Count - 1,
            PValue = ChiSquare.UpperTail(statistic, groups.Count - 1),
            EpsilonSquared = statistic / (total - 1),
            Notes =
            [
                .. groups.Notes,
                .. varies ? Array.Empty<Note>() : [new Note("no-variation", Severity.Warning, "All values are equal; there is nothing to rank and no p-value.")],
            ],
            Provenance = new Provenance("econometrics.kruskal-wallis-test", "", Source),
        };
    }
}
