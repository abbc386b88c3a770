namespace Karkhana.Methods.Experiments;

/// <summary>The options of an NK landscape: none, for N and K are read off the contributions.</summary>
public sealed record NkLandscapeOptions;
