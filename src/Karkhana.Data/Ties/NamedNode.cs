namespace Karkhana.Data.Ties;

/// <summary>A name of a firm or party; one may have several.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name as written.</param>
public sealed record NamedNode(string Id, string Name);
