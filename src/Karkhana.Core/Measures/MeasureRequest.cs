using System.Text.Json;

namespace Karkhana.Core.Measures;

/// <summary>A call of a measure: tables with roles, and options as JSON.</summary>
/// <param name="Inputs">The inputs by name; an optional one that is not given is left out.</param>
/// <param name="Options">The options as a JSON object with the names of the catalogue.</param>
public sealed record MeasureRequest(IReadOnlyDictionary<string, BoundTable> Inputs, JsonElement Options)
{
    /// <summary>Gives an input.</summary>
    /// <param name="name">The name of the catalogue.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The input is missing.</exception>
    public BoundTable Table(string name) =>
        OptionalTable(name) ?? throw new ArgumentException(
            $"The measure needs the input {name}; it was missing.", name);

    /// <summary>Gives an input, or null when it was not given.</summary>
    /// <param name="name">The name of the catalogue.</param>
    /// <returns>The table or null.</returns>
    public BoundTable? OptionalTable(string name) => Inputs.GetValueOrDefault(name);
}
