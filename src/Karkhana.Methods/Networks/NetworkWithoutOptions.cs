namespace Karkhana.Methods.Networks;

/// <summary>The options of a network measure that has none.</summary>
public sealed record NetworkWithoutOptions;
