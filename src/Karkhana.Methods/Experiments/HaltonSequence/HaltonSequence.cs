using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Points that fill the unit cube by the digits of their index in the first primes.</summary>
public static class HaltonSequence
{
    internal const int MostDimensions = 1000;

    internal const string Source = "Halton 1960, doi:10.1007/BF01386213";

    /// <summary>Gives points of the Halton sequence.</summary>
    /// <remarks>
    /// Coordinate d of point i is the radical inverse of i in the d-th prime p: the digits of i = Σ a_j p^j behind the point in reverse,
    /// Σ a_j p^(−j−1). Numerator and denominator are whole numbers below 2⁵³, so that each coordinate is rounded once. Point 0 is the origin and
    /// stays. Assumes few dimensions or many points: one in base p goes up in a straight line over p points, and two such lines of large primes
    /// lie side by side until about their product of points is taken; a note says so. Cost: cells times digits.
    /// Source: Halton 1960, doi:10.1007/BF01386213. Agrees with: scipy 1.10 qmc.Halton(scramble=False), absolute 1e-15.
    /// </remarks>
    /// <param name="options">Dimensions, points, where to start.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The points, in [0, 1).</returns>
    /// <exception cref="ArgumentException">The cells would be more than 100,000,000.</exception>
    public static PointSequenceResult Estimate(
        HaltonSequenceOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        double[] cells = ExperimentalDesign.Cells(options.Count, options.Dimensions);
        int[] primes = FirstPrimes(options.Dimensions);
        for (int row = 0; row < options.Count; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int dimension = 0; dimension < primes.Length; dimension++)
            {
                cells[(row * primes.Length) + dimension] = RadicalInverse(options.Skip + row, primes[dimension]);
            }
        }

        return new PointSequenceResult
        {
            Points = new ExperimentalDesign(options.Count, options.Dimensions, cells),
            First = options.Skip,
            Notes = Aligned(primes, options.Count),
            Provenance = new Provenance(
                "experiments.halton-sequence",
                FormattableString.Invariant($"dimensions = {options.Dimensions}, count = {options.Count}, skip = {options.Skip}"),
                Source),
        };
    }

    private static double RadicalInverse(int index, int prime)
    {
        (long reversed, long scale) = (0, 1);
        for (int rest = index; rest > 0; rest /= prime)
        {
            reversed = (reversed * prime) + (rest % prime);
            scale *= prime;
        }

        return (double)reversed / scale;
    }

    private static int[] FirstPrimes(int count)
    {
        List<int> primes = [];
        for (int candidate = 2; primes.Count < count; candidate++)
        {
            if (primes.TakeWhile(prime => prime * prime <= candidate).All(prime => candidate % prime != 0))
            {
                primes.Add(candidate);
            }
        }

        return [.. primes];
    }

    private static Note[] Aligned(int[] primes, int count) =>
        primes.Length < 2 || count >= (long)primes[^1] * primes[^2] ? [] : [new Note(
            "aligned-dimensions",
            Severity.Information,
            FormattableString.Invariant(
                $"The last two of {primes.Length} dimensions have the bases {primes[^2]} and {primes[^1]}; below {(long)primes[^1] * primes[^2]} points (there are {count}) they do not fill their plane. Take the Sobol sequence for many dimensions."))];
}
