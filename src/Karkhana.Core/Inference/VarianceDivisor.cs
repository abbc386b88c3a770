using System.Text.Json.Serialization;

namespace Karkhana.Core.Inference;

/// <summary>By what the squared deviations of n values are divided.</summary>
public enum VarianceDivisor
{
    /// <summary>By n: the values are all there are.</summary>
    N,

    /// <summary>By n − 1: the values are a sample.</summary>
    [JsonStringEnumMemberName("n-1")]
    NMinusOne,
}
