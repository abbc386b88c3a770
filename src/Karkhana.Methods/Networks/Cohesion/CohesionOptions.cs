namespace Karkhana.Methods.Networks;

/// <summary>Nothing can be set on the cohesion of a network.</summary>
public sealed record CohesionOptions;
