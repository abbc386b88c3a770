namespace Karkhana.Agglomeration;

/// <summary>The exposures of a register under every defensible distance, for analyses that run through all of them.</summary>
public static class ExposureVariants
{
    /// <summary>Computes the exposures, one distance changed at a time.</summary>
    /// <remarks>
    /// Decay δ of own-industry employment, and the radius within which establishments count as near; what is near an institution keeps its distance.
    /// Distances that are those of the main analysis are left out. One pass over the neighbours of each firm serves all. Ranks are over the firms of
    /// the sample, so the exposures of another sample are others. Cost: per firm of the sample the neighbours within the greatest reach; a decay of 25 km
    /// looks 1,000 km far in the own industry. Source: framework 1.4.1 and 3.6; Steegen and others 2016, doi:10.1177/1745691616658637.
    /// </remarks>
    /// <param name="input">The register, the sample, and what the study says beside them.</param>
    /// <param name="options">Distances.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>One table per distance, in their order, decays first.</returns>
    public static IReadOnlyList<ExposureVariant> Estimate(
        RegisterSample input, ExposureVariantOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new ExposureVariantOptions();
        RegisterExposureOptions main = options.Exposures;
        (string Label, RegisterExposureOptions Options)[] all =
        [
            .. options.Decays.Where(decay => decay != main.DecayKilometres)
                .Select(decay => (FormattableString.Invariant($"decay {decay} km"), main with { DecayKilometres = decay })),
            .. options.CutOffs.Where(cutOff => cutOff != main.NearKilometres)
                .Select(cutOff => (FormattableString.Invariant($"near within {cutOff} km"), main with { NearKilometres = cutOff })),
        ];
        return all.Length == 0
            ? []
            : [.. all.Zip(RegisterExposures.Measure(input, [.. all.Select(variant => variant.Options)], onlyByDistance: false, cancellationToken))
                .Select(pair => new ExposureVariant(pair.First.Label, RegisterExposures.Score(input, pair.Second)))];
    }
}
