using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>The distances under which exposures are computed anew.</summary>
public sealed record ExposureVariantOptions
{
    /// <summary>Gets the decays of own-industry employment, in kilometres.</summary>
    /// <value>Positive; 1, 5, 10 and 25 unless set (framework 1.4.1), beside the 2 of the main analysis.</value>
    public IReadOnlyList<double> Decays { get; init => field = Positive(value, nameof(Decays)); } = [1, 5, 10, 25];

    /// <summary>Gets the radii within which establishments count as near, in kilometres.</summary>
    /// <value>Positive; 1, 5 and 10 unless set, beside the 2 of the main analysis.</value>
    public IReadOnlyList<double> CutOffs { get; init => field = Positive(value, nameof(CutOffs)); } = [1, 5, 10];

    /// <summary>Gets the options of the main analysis, of which one distance is changed at a time.</summary>
    /// <value>The defaults unless set.</value>
    public RegisterExposureOptions Exposures { get; init; } = new();

    private static IReadOnlyList<double> Positive(IReadOnlyList<double> distances, string name)
    {
        Require.That(distances.Count == 0 || Require.Finite(distances, name).All(distance => distance > 0), name, "must be positive");
        return distances;
    }
}
