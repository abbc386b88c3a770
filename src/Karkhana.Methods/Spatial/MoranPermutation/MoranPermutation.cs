using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I compared with its values under given permutations of the data.</summary>
public static class MoranPermutation
{
    internal const string Source = "Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Phipson & Smyth 2010, doi:10.2202/1544-6115.1585";

    /// <summary>Computes I of the data and of each permuted order.</summary>
    /// <remarks>
    /// I as <see cref="MoranI"/>; for each permutation p, I* of x[p]; p = (1 + #{I* ≥ I}) / (1 + S). The cross product
    /// is
    /// added pair by pair (i ≤ j, w_ij + w_ji) in one fixed order for the data and for all permutations. Islands stay in
    /// n with lag 0; missing values are refused; links of a unit with itself are allowed. Cost: S times half the links,
    /// eight permutations a pass.
    /// Source: Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Cliff and Ord 1981, Spatial Processes, section 2.5;
    /// p-value: Phipson and Smyth 2010, doi:10.2202/1544-6115.1585.
    /// Agrees with: spdep 1.2 moran and moran.mc, relative 1e-10.
    /// </remarks>
    /// <param name="input">The values, weights and permutations.</param>
    /// <param name="options">Coding.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between passes.</param>
    /// <returns>I, its simulated values and the p-value.</returns>
    /// <exception cref="ArgumentException">A value is missing, there are fewer than 3 units, or a row is not a
    /// permutation.</exception>
    public static MoranPermutationResult Estimate(
        PermutedValues input,
        CodingOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new CodingOptions();
        input.Check();
        MoranKernel kernel = new(input.Data, options.Style);
        MoranReplicates job = new(kernel, input.Permutations.Count, Take);
        double[] simulated = ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
        return MoranPermutationResult.Of(
            kernel, simulated, Alternative.Greater, new Provenance("spatial.moran-permutation", $"style = {options.Style}", Source));

        void Take(int replicate, double[] permuted)
        {
            int[] positions = input.Permutations[replicate];
            for (int unit = 0; unit < permuted.Length; unit++)
            {
                permuted[unit] = kernel.Z[positions[unit]];
            }
        }
    }
}
