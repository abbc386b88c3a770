using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>The input that every network measure reads.</summary>
internal static class NetworkInput
{
    public static InputSpec Spec { get; } = new(
        "network", "id and one column per node (matrix), or from, to and optional weight (ties)");
}
