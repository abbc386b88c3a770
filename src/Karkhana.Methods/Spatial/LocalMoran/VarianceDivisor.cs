using System.Text.Json.Serialization;

namespace Karkhana.Methods.Spatial;

/// <summary>What the sum of squares is divided by.</summary>
public enum VarianceDivisor
{
    /// <summary>The number of units.</summary>
    [JsonStringEnumMemberName("n")]
    Units,

    /// <summary>The number of units less one.</summary>
    [JsonStringEnumMemberName("n-1")]
    UnitsLessOne,
}
