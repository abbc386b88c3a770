namespace Karkhana.Methods.Concentration;

/// <summary>Entry and exit have nothing to set.</summary>
public sealed record EntryExitOptions;
