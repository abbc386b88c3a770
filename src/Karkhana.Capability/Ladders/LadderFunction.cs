namespace Karkhana.Capability;

/// <summary>A function of a ladder: one thing that a firm can be able to do.</summary>
/// <param name="Id">The id in snake_case.</param>
/// <param name="Name">What people read.</param>
public sealed record LadderFunction(string Id, string Name);
