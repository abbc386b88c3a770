namespace Karkhana.Methods.Econometrics;

/// <summary>A piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Position">Where it begins, from 1.</param>
internal readonly record struct FormulaToken(FormulaTokenKind Kind, string Text, int Position);
