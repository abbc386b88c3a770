namespace Karkhana.Methods.Concentration;

/// <summary>Nothing can be set on the colocation index.</summary>
public sealed record ColocationIndexOptions;
