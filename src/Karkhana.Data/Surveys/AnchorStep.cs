namespace Karkhana.Data.Surveys;

/// <summary>What one step of a scale means.</summary>
/// <param name="Value">The answer: 2.</param>
/// <param name="Labels">The wording by language code: <c>alone, in the standard case</c>.</param>
public sealed record AnchorStep(double Value, IReadOnlyDictionary<string, string> Labels);
