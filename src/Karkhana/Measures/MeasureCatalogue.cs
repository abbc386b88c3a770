using Karkhana.Core.Measures;

namespace Karkhana.Measures;

/// <summary>The one place where measures are registered.</summary>
public static class MeasureCatalogue
{
    /// <summary>Gets all measures by id.</summary>
    public static MeasureRegistry All { get; } = new(
    [
    ]);
}
