using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>How far a curve lies outside its global confidence bands: the indices of Duranton and Overman.</summary>
/// <param name="Localisation">Γ(r) = max(K(r) − upper band, 0).</param>
/// <param name="Dispersion">Ψ(r) = max(lower band − K(r), 0), and 0 everywhere when the curve is localised
/// somewhere.</param>
/// <param name="Band">The global bands.</param>
public sealed record LocalisationIndices(
    IReadOnlyList<double> Localisation, IReadOnlyList<double> Dispersion, RankBand Band)
{
    /// <summary>Gets a value indicating whether the curve lies above the upper band somewhere.</summary>
    public bool IsLocalised => Localisation.Any(value => value > 0);

    /// <summary>Gets a value indicating whether the curve is never localised and lies below the lower band
    /// somewhere.</summary>
    public bool IsDispersed => Dispersion.Any(value => value > 0);

    /// <summary>Compares a curve with bands.</summary>
    /// <remarks>Source: Duranton &amp; Overman 2005, doi:10.1111/0034-6527.00362, section 3.</remarks>
    /// <param name="curve">The observed curve.</param>
    /// <param name="band">Bands from <see cref="RankBand.Global"/>.</param>
    /// <returns>The indices; NaN where the curve is not defined.</returns>
    public static LocalisationIndices Of(IReadOnlyList<double> curve, RankBand band)
    {
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(band);
        double[] localisation = [.. curve.Zip(band.Upper, (value, upper) => Math.Max(value - upper, 0))];
        bool localised = localisation.Any(value => value > 0);
        double[] dispersion =
        [
            .. curve.Zip(band.Lower, (value, lower) => Math.Max(lower - value, 0))
                .Select(value => localised && value > 0 ? 0 : value),
        ];
        return new LocalisationIndices(localisation, dispersion, band);
    }
}
