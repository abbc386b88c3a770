using System.Text.Json.Serialization;

namespace Karkhana.Methods.Concentration;

/// <summary>The base of the logarithm in an entropy.</summary>
public enum LogBase
{
    /// <summary>Natural logarithm: the entropy is in nats.</summary>
    E,

    /// <summary>Logarithm to base 2: the entropy is in bits.</summary>
    [JsonStringEnumMemberName("2")]
    Two,
}
