using System.Text.Json.Serialization;

namespace Karkhana.Methods.Concentration;

/// <summary>What the sum of squared deviations is divided by.</summary>
public enum SdDenominator
{
    /// <summary>By n − 1: the sample standard deviation.</summary>
    [JsonStringEnumMemberName("n-1")]
    NMinusOne,

    /// <summary>By n: the standard deviation of the population.</summary>
    N,
}
