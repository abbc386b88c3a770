namespace Karkhana.Methods.Concentration;

/// <summary>Nothing can be set on co-occurrence.</summary>
public sealed record CoOccurrenceOptions;
