using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>The fitness of every combination of choices that depend on each other, and where step-by-step search ends.</summary>
public static class NkLandscape
{
    internal const string Source = "Kauffman & Levin 1987, doi:10.1016/S0022-5193(87)80029-2; Levinthal 1997, doi:10.1287/mnsc.43.7.934";

    /// <summary>Computes the landscape.</summary>
    /// <remarks>
    /// Fitness of genotype g = (1/N) Σ_i c_i(s_i), s_i the binary number of the bits i, i + 1, …, i + K, cyclic and most
    /// significant first; the first locus is the most significant bit of g. Local optimum: better than all N genotypes that differ in one
    /// bit. Steepest ascent moves to the best of these while it is better, ties to the lowest bit. Where a plateau stops it, the end is no local optimum; a note
    /// counts such ends. Assumes that interactions run in a ring, as in the source's neighbour form. Cost: 2^N N (K + 1).
    /// Source: Kauffman and Levin 1987, doi:10.1016/S0022-5193(87)80029-2; Levinthal 1997, doi:10.1287/mnsc.43.7.934.
    /// Agrees with: the formulas in numpy, relative 1e-11.
    /// </remarks>
    /// <param name="contributions">What each locus adds by state.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between passes.</param>
    /// <returns>Fitness by genotype, optima, and where ascent ends.</returns>
    /// <exception cref="ArgumentException">More than 20 loci, a gap in the table, or a number of states that is no power of
    /// two.</exception>
    public static NkLandscapeResult Estimate(
        FitnessContributions contributions, NkLandscapeOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(contributions);
        contributions.Check();
        double[] fitness = Fitness(contributions);
        cancellationToken.ThrowIfCancellationRequested();
        int[] optima = [.. Enumerable.Range(0, fitness.Length).Where(
            genotype => Neighbours(genotype, contributions.Loci).All(other => fitness[genotype] > fitness[other]))];
        int[] ends = AscentEnds(fitness, contributions.Loci, cancellationToken);
        int plateaus = ends.Except(optima).Count();
        return new NkLandscapeResult
        {
            Fitness = fitness,
            SteepestAscentEnd = ends,
            LocalOptima = optima,
            GlobalOptimum = Array.IndexOf(fitness, fitness.Max()),
            Notes = plateaus == 0
                ? []
                : [new Note("plateaus", Severity.Information, FormattableString.Invariant(
                    $"{plateaus} ends of steepest ascent have a neighbour that is as fit: they are no local optima by the strict definition."))],
            Provenance = new Provenance(
                "experiments.nk-landscape",
                FormattableString.Invariant($"N = {contributions.Loci}, K = {contributions.Interactions}"),
                Source),
        };
    }

    private static double[] Fitness(FitnessContributions contributions)
    {
        (int loci, int others) = (contributions.Loci, contributions.Interactions);
        double[][] values = [.. contributions.Values.Select(row => row.ToArray())];
        double[] fitness = new double[1 << loci];
        for (int genotype = 0; genotype < fitness.Length; genotype++)
        {
            double sum = 0;
            for (int locus = 0; locus < loci; locus++)
            {
                int state = 0;
                for (int j = 0; j <= others; j++)
                {
                    state = (state << 1) | ((genotype >> (loci - 1 - ((locus + j) % loci))) & 1);
                }

                sum += values[locus][state];
            }

            fitness[genotype] = sum / loci;
        }

        return fitness;
    }

    /// <summary>Gives the genotypes that differ in one bit, the lowest bit first.</summary>
    private static IEnumerable<int> Neighbours(int genotype, int loci) => Enumerable.Range(0, loci).Select(bit => genotype ^ (1 << bit));

    private static int[] AscentEnds(double[] fitness, int loci, CancellationToken cancellationToken)
    {
        int[] ends = new int[fitness.Length];
        for (int genotype = 0; genotype < ends.Length; genotype++)
        {
            int best = genotype;
            for (int bit = 0; bit < loci; bit++)
            {
                int other = genotype ^ (1 << bit);
                best = fitness[other] > fitness[best] ? other : best;
            }

            ends[genotype] = best;
        }

        // Each pass doubles the steps that are taken at once; ascent never returns, so that this ends.
        bool changed = true;
        while (changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            changed = false;
            for (int genotype = 0; genotype < ends.Length; genotype++)
            {
                int end = ends[ends[genotype]];
                changed |= end != ends[genotype];
                ends[genotype] = end;
            }
        }

        return ends;
    }
}
