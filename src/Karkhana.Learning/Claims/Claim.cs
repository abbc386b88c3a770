namespace Karkhana.Learning;

/// <summary>Something that a report may say when the data carry it.</summary>
/// <param name="Id">The id: <c>place-is-cluster</c>.</param>
/// <param name="Statement">What it is about, in words that assert nothing: <c>Whether this place is a cluster.</c></param>
/// <param name="Needs">The least data; all must be met.</param>
public sealed record Claim(string Id, string Statement, IReadOnlyList<ClaimNeed> Needs);
