using System.Numerics;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Points that fill the unit cube more evenly than chance.</summary>
public static class SobolSequence
{
    internal const string Source =
        "Sobol 1967, doi:10.1016/0041-5553(67)90144-9; Joe & Kuo 2008, doi:10.1137/070709359; Antonov & Saleev 1979, doi:10.1016/0041-5553(79)90085-5";

    /// <summary>Gives points of the Sobol sequence.</summary>
    /// <remarks>
    /// Point i has the coordinate ⊕ g_b v_b/2³² in each dimension, g the bits of the Gray code of i and v the direction numbers of Joe and Kuo
    /// (new-joe-kuo-6.21201). Point 0 is the origin and stays. With a digital shift all coordinates of a dimension are ⊕ one random pattern of
    /// 32 bits: each point is then uniform and the balance is kept, so that shifts with several seeds give independent estimates.
    /// Assumes 2ᵐ points for the balance: any aligned run of 2ᵐ points has one in each of 2ᵐ equal strata of every dimension.
    /// Cost: one pass over the cells. Source: Sobol 1967, doi:10.1016/0041-5553(67)90144-9; Joe and Kuo 2008, doi:10.1137/070709359;
    /// Antonov and Saleev 1979, doi:10.1016/0041-5553(79)90085-5 (order). Agrees with: scipy 1.10 qmc.Sobol(scramble=False), exactly.
    /// </remarks>
    /// <param name="options">Dimensions, points, where to start.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The points, in [0, 1).</returns>
    /// <exception cref="ArgumentException">The cells would be more than 100,000,000.</exception>
    public static PointSequenceResult Estimate(
        SobolSequenceOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        double[] cells = ExperimentalDesign.Cells(options.Count, options.Dimensions);
        uint[]? shifts = SobolPoints.Shifts(options.Dimensions, options.Randomisation, options.Seed);
        SobolPoints.Fill(options.Dimensions, options.Skip, shifts, cells, cancellationToken);
        return new PointSequenceResult
        {
            Points = new ExperimentalDesign(options.Count, options.Dimensions, cells),
            First = options.Skip,
            Notes = Unbalanced(options),
            Provenance = new Provenance(
                "experiments.sobol-sequence",
                FormattableString.Invariant(
                    $"dimensions = {options.Dimensions}, count = {options.Count}, skip = {options.Skip}, randomisation = {options.Randomisation}"),
                Source,
                options.Randomisation == PointRandomisation.None ? null : options.Seed),
        };
    }

    private static Note[] Unbalanced(SobolSequenceOptions options) =>
        BitOperations.IsPow2(options.Count) && options.Skip % options.Count == 0 ? [] : [new Note(
            "unbalanced-points",
            Severity.Information,
            FormattableString.Invariant(
                $"{options.Count} points from index {options.Skip} are no aligned run of 2, 4, 8, … points, so that strata may hold different numbers of them; means over them converge more slowly."))];
}
