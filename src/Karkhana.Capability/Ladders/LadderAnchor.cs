namespace Karkhana.Capability;

/// <summary>Which item of the survey stands for which cell.</summary>
/// <param name="Item">The id of the item, answered from 0 to 3.</param>
/// <param name="Function">The id of the function.</param>
/// <param name="Level">The id of the level.</param>
/// <param name="PassScore">The answer from 1 to 3 that passes it; null takes that of the options.</param>
public sealed record LadderAnchor(string Item, string Function, string Level, double? PassScore = null);
