namespace Karkhana.Core.Documents;

/// <summary>A section of a report.</summary>
/// <param name="Key">The key of its title in the resource files; also its anchor.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record Section(string Key, IReadOnlyList<Block> Blocks);
