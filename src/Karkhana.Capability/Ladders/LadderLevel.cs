namespace Karkhana.Capability;

/// <summary>A level of a ladder; its place in the list, from 1, is its height.</summary>
/// <param name="Id">The id in snake_case.</param>
/// <param name="Name">What people read.</param>
/// <param name="Meaning">What a firm at this level does.</param>
public sealed record LadderLevel(string Id, string Name, string Meaning);
