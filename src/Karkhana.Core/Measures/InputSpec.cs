namespace Karkhana.Core.Measures;

/// <summary>A table that a measure reads.</summary>
/// <param name="Name">The name of the catalogue: <c>points</c>.</param>
/// <param name="Roles">The columns it reads, in words: <c>x, y; optional type, weight</c>.</param>
/// <param name="Required">Whether the measure needs it.</param>
public sealed record InputSpec(string Name, string Roles, bool Required = true);
