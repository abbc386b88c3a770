using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The permutation test of Moran's I.</summary>
public static class MoranTest
{
    /// <summary>Compares I with its values under random permutations of the data.</summary>
    /// <remarks>
    /// Null: every order of the values over the units is as likely as any other. I as <see cref="MoranI"/>;
    /// p = (1 + #{I* at least as extreme}) / (1 + S), two-sided twice the smaller tail; z = (I − mean I*) / sd I*.
    /// Needs no normal approximation. Islands stay in n with lag 0; missing values are refused. Same bits for any number
    /// of workers; a permutation is drawn at the address (seed, value permutation, replicate). Cost: S times the units
    /// and half the links, eight permutations a pass.
    /// Source: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Cliff and Ord 1981, Spatial Processes, section 2.5;
    /// p-value: Phipson and Smyth 2010, doi:10.2202/1544-6115.1585.
    /// Agrees with: <see cref="MoranPermutation"/> under the same permutations, exactly.
    /// </remarks>
    /// <param name="input">The values and weights.</param>
    /// <param name="options">Coding, replicates, alternative and seed.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between passes.</param>
    /// <returns>I, the moments of its simulated values and the p-value.</returns>
    /// <exception cref="ArgumentException">A value is missing or there are fewer than 3 units.</exception>
    public static MoranPermutationResult Estimate(
        SpatialValues input,
        MoranTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new MoranTestOptions();
        MoranKernel kernel = new(input, options.Style);
        MoranReplicates job = new(kernel, options.Replicates, Shuffle);
        double[] simulated = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        return MoranPermutationResult.Of(
            kernel,
            simulated,
            options.Alternative,
            new Provenance(
                "spatial.moran-test",
                FormattableString.Invariant($"style = {options.Style}, replicates = {options.Replicates}, alternative = {options.Alternative}"),
                MoranPermutation.Source,
                options.Seed));

        void Shuffle(int replicate, double[] permuted)
        {
            kernel.Z.CopyTo(permuted, 0);
            new RandomStream(options.Seed, RandomPurpose.ValuePermutation, replicate).Shuffle<double>(permuted);
        }
    }
}
