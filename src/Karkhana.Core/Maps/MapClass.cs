namespace Karkhana.Core.Maps;

/// <summary>One class of a map and how it is drawn.</summary>
/// <param name="Value">The word in the column of classes.</param>
/// <param name="Label">What the legend says.</param>
/// <param name="Colour">The colour as <c>#rrggbb</c>.</param>
public sealed record MapClass(string Value, string Label, string Colour);
