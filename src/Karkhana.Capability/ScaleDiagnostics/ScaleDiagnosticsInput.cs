using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>What the diagnostics of scales look at.</summary>
/// <param name="Scores">The scores of the firms.</param>
/// <param name="Survey">The survey that they were made of.</param>
/// <param name="Clustered">Whether each answering firm stands in a cluster; null for firms to be left out of
/// comparisons.</param>
public sealed record ScaleDiagnosticsInput(FirmScores Scores, Survey Survey, IReadOnlyList<bool?> Clustered)
{
    /// <summary>Gets the employees of each firm of the register.</summary>
    /// <value>Empty, the default, when not known.</value>
    public IReadOnlyList<double> Employment { get; init; } = [];

    /// <summary>Gets the capability ladders.</summary>
    /// <value>Null, the default, when there are none.</value>
    public CapabilityProfileResult? Ladders { get; init; }
}
