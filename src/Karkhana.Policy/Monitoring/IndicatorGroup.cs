namespace Karkhana.Policy;

/// <summary>What an indicator was in a group of firms.</summary>
/// <param name="Dimension">What the groups differ in: <c>size</c>, <c>place</c>, <c>apprenticeship</c>.</param>
/// <param name="Group">The group.</param>
/// <param name="Value">The value.</param>
public sealed record IndicatorGroup(string Dimension, string Group, IndicatorValue Value);
