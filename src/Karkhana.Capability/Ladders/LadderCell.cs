namespace Karkhana.Capability;

/// <summary>What a function means at a level; a blank cell of the source is left out.</summary>
/// <param name="Function">The id of the function.</param>
/// <param name="Level">The id of the level.</param>
/// <param name="Content">What firms there do.</param>
public sealed record LadderCell(string Function, string Level, string Content);
