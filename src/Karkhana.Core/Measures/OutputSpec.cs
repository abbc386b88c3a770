namespace Karkhana.Core.Measures;

/// <summary>An output that a measure promises.</summary>
/// <param name="Name">The snake_case name of the catalogue.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Meaning">What it holds, with range or unit.</param>
public sealed record OutputSpec(string Name, OutputShape Shape, string Meaning);
