using Karkhana.Core.Execution;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>The bands around drawn curves, at each distance alone and global, and where an industry lies in
/// them.</summary>
internal sealed class ScanBands
{
    private readonly IReadOnlyList<double> _pointwiseLower;
    private readonly IReadOnlyList<double> _pointwiseUpper;
    private readonly RankBand _global;

    /// <summary>Draws the bands.</summary>
    public ScanBands(ReplicateRows drawn, double alpha)
    {
        SortedCurves sorted = new(drawn);
        _pointwiseLower = sorted.Quantile(alpha);
        _pointwiseUpper = sorted.Quantile(1 - alpha);
        _global = sorted.Global(alpha);
    }

    /// <summary>Puts an observed curve between the bands; where its draws were counted in another way, the bands are
    /// moved by what the two ways give for the observed curve itself.</summary>
    /// <param name="distances">The distances.</param>
    /// <param name="observed">The curve.</param>
    /// <param name="likeDraws">The curve as the draws were computed.</param>
    public ScanCurve Around(IReadOnlyList<double> distances, double[] observed, double[] likeDraws)
    {
        IReadOnlyList<double> Moved(IReadOnlyList<double> limits) => ReferenceEquals(observed, likeDraws)
            ? limits
            : [.. limits.Select((limit, r) => limit + (observed[r] - likeDraws[r]))];
        RankBand band = _global with { Lower = Moved(_global.Lower), Upper = Moved(_global.Upper) };
        LocalisationIndices indices = LocalisationIndices.Of(observed, band);
        return new ScanCurve
        {
            Distances = distances,
            Observed = observed,
            PointwiseLower = Moved(_pointwiseLower),
            PointwiseUpper = Moved(_pointwiseUpper),
            GlobalLower = band.Lower,
            GlobalUpper = band.Upper,
            Localisation = indices.Localisation,
            Dispersion = indices.Dispersion,
        };
    }
}
