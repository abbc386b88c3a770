using System.Text.Json.Serialization;

namespace Karkhana.Methods.Experiments;

/// <summary>Functions whose variance is known in closed form, to test methods on.</summary>
public enum StandardFunction
{
    /// <summary>sin x₁ + a sin² x₂ + b x₃⁴ sin x₁ on [−π, π]³.</summary>
    Ishigami,

    /// <summary>The product of (|4 x_i − 2| + a_i)/(1 + a_i) on [0, 1]ᵏ.</summary>
    [JsonStringEnumMemberName("g-function")]
    GFunction,
}
