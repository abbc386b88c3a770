using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Diggle and Chetwynd's D: the K of cases less the K of controls.</summary>
public static class DiggleChetwyndD
{
    internal const string Source = "Diggle & Chetwynd 1991, Biometrics 47, 1155-1163; Arbia, Espa & Quah 2008";

    /// <summary>Asks whether cases cluster more than controls, which carry the unevenness of the ground.</summary>
    /// <remarks>
    /// D(r) = K_cases(r) − K_controls(r), or K_cases(r) − K_cases,controls(r) when intertype, each with the isotropic
    /// correction of <see cref="RipleyK"/>. Zero when cases are a random draw from cases and controls. Fewer than two cases
    /// (or controls) give NaN and a note.
    /// Cost: that of the two K functions; memory linear.
    /// Source: Diggle and Chetwynd 1991, Biometrics 47, 1155-1163; Arbia, Espa and Quah 2008, Empirical Economics 34,
    /// 81-103.
    /// Agrees with: dbmss 2.11 Dhat, relative 1e-8.
    /// </remarks>
    /// <param name="pattern">Points with types, and window.</param>
    /// <param name="options">Distances and types.</param>
    /// <param name="execution">Not used: one curve is computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between reference points.</param>
    /// <returns>D.</returns>
    /// <exception cref="ArgumentException">A point lies outside, a coordinate or distance is refused, no point is of a type, or
    /// the types are the same.</exception>
    public static DistanceCurveResult Estimate(
        WindowedPattern pattern,
        DiggleChetwyndDOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        Require.That(options.Cases != options.Controls, nameof(options.Controls), $"must be another type than the cases; both were {options.Cases}");
        bool[] cases = PointSelection.Of(pattern.Points, options.Cases, nameof(options.Cases));
        bool[] controls = PointSelection.Of(pattern.Points, options.Controls, nameof(options.Controls));
        KFunction first = KFunction.Of(pattern, (cases, null), options.Distances, EdgeCorrection.Isotropic, cancellationToken);
        KFunction second = KFunction.Of(
            pattern, options.Intertype ? (cases, controls) : (controls, null), options.Distances, EdgeCorrection.Isotropic, cancellationToken);
        return new DistanceCurveResult(
            options.Distances,
            [.. first.Values.Zip(second.Values, (one, other) => one - other)],
            [.. first.Notes.Concat(second.Notes).DistinctBy(note => note.Code)],
            new Provenance("spatial.diggle-chetwynd-d", $"cases = {options.Cases}, controls = {options.Controls}, intertype = {options.Intertype}", Source))
        {
            Label = "D",
            Unit = "m²",
            Reading = "Above 0: cases are more clustered than controls.",
        };
    }
}
