using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the sensitivity of exposures to distance.</summary>
public sealed record ExposureSensitivityOptions
{
    /// <summary>Gets the distances that replace every distance of the exposures, in kilometres.</summary>
    /// <value>Positive, at least one; 1, 2, 5, 10 and 25 unless set.</value>
    [Description("Distances tried, in km.")]
    public IReadOnlyList<double> Distances
    {
        get;
        init
        {
            Require.That(Require.Finite(value).All(distance => distance > 0), nameof(Distances), "must be positive");
            field = value;
        }
    } = [1, 2, 5, 10, 25];

    /// <summary>Gets the options of the exposures that the others are compared with.</summary>
    /// <value>The defaults unless set.</value>
    [Description("Options of the exposures that the others are compared with.")]
    public RegisterExposureOptions Exposures { get; init; } = new();
}
