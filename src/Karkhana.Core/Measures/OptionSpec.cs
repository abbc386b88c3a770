namespace Karkhana.Core.Measures;

/// <summary>Something that can be set on a measure.</summary>
/// <param name="Name">The snake_case name of the catalogue.</param>
/// <param name="Type">The type in words: <c>number</c>, <c>list of number</c>,
/// <c>pointwise|global-iterative</c>.</param>
/// <param name="Default">The default as JSON, or null when a value is required.</param>
/// <param name="Meaning">What it does.</param>
public sealed record OptionSpec(string Name, string Type, string? Default, string Meaning);
