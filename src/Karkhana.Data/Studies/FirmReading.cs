using Karkhana.Data.Geography;

namespace Karkhana.Data.Studies;

/// <summary>What came of reading a register.</summary>
/// <param name="Firms">The register, or null when it cannot be used.</param>
/// <param name="Ids">The ids, or null when it cannot be read.</param>
/// <param name="Points">The points with their projection, or null when a coordinate is wrong.</param>
internal sealed record FirmReading(FirmRegister? Firms, IReadOnlyList<string>? Ids, ProjectedPoints? Points)
{
    /// <summary>Gets what comes of a register that cannot be read.</summary>
    public static FirmReading None { get; } = new(null, null, null);
}
