namespace Karkhana.Methods.Spatial;

/// <summary>The curve of an industry with its bands.</summary>
public sealed record ScanCurve
{
    /// <summary>Gets the distances, ascending.</summary>
    public required IReadOnlyList<double> Distances { get; init; }

    /// <summary>Gets the curve of the industry.</summary>
    public required IReadOnlyList<double> Observed { get; init; }

    /// <summary>Gets the lower limit at each distance alone: the quantile at alpha of the draws.</summary>
    public required IReadOnlyList<double> PointwiseLower { get; init; }

    /// <summary>Gets the upper limit at each distance alone: the quantile at 1 − alpha.</summary>
    public required IReadOnlyList<double> PointwiseUpper { get; init; }

    /// <summary>Gets the lower limit that at most a share alpha of the drawn curves ever fall below.</summary>
    public required IReadOnlyList<double> GlobalLower { get; init; }

    /// <summary>Gets the upper limit that at most a share alpha of the drawn curves ever rise above.</summary>
    public required IReadOnlyList<double> GlobalUpper { get; init; }

    /// <summary>Gets the index of localisation, Γ(r) = max(observed − upper global limit, 0); NaN where not defined.</summary>
    public required IReadOnlyList<double> Localisation { get; init; }

    /// <summary>Gets the index of dispersion, Ψ(r) = max(lower global limit − observed, 0); 0 everywhere when the
    /// industry is localised at some distance.</summary>
    public required IReadOnlyList<double> Dispersion { get; init; }
}
