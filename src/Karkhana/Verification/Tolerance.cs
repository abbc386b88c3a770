using System.Text.Json;

namespace Karkhana.Verification;

/// <summary>How far an actual value may lie from the expected one: |a − e| ≤ absolute + relative · |e|.</summary>
/// <param name="Relative">The relative part.</param>
/// <param name="Absolute">The absolute part.</param>
public readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>Reads the tolerance of an output: its own, else that of the check, else exact.</summary>
    /// <param name="check">The check.</param>
    /// <param name="output">The output.</param>
    /// <returns>The tolerance.</returns>
    public static Tolerance Of(JsonElement check, string output)
    {
        if (check.TryGetProperty(
            "tolerances", out JsonElement single) && single.TryGetProperty(output, out JsonElement own))
        {
            return Of(own);
        }

        return check.TryGetProperty("tolerance", out JsonElement all) ? Of(all) : default;
    }

    /// <summary>Gives how far a value may lie from <paramref name="expected"/>.</summary>
    /// <param name="expected">The expected value.</param>
    /// <returns>The allowed distance.</returns>
    public double Around(double expected) => Absolute + (Relative * Math.Abs(expected));

    private static Tolerance Of(JsonElement element) => new(Part(element, "relative"), Part(element, "absolute"));

    private static double Part(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement part) ? part.GetDouble() : 0;
}
