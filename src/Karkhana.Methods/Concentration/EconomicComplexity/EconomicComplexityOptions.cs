namespace Karkhana.Methods.Concentration;

/// <summary>Nothing can be set on economic complexity.</summary>
public sealed record EconomicComplexityOptions;
