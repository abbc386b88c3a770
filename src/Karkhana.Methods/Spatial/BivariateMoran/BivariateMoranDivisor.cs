using System.Text.Json.Serialization;

namespace Karkhana.Methods.Spatial;

/// <summary>By what the sum of the bivariate Moran is divided.</summary>
public enum BivariateMoranDivisor
{
    /// <summary>By n − 1, the sum of squares of the standardised x.</summary>
    [JsonStringEnumMemberName("n-1")]
    UnitsLessOne,

    /// <summary>By n.</summary>
    [JsonStringEnumMemberName("n")]
    Units,
}
