namespace Karkhana.Core.Documents;

/// <summary>A report: what is said and shown, in order, before any decision on how it looks.</summary>
/// <param name="Title">The title of the study.</param>
/// <param name="Synthetic">Whether any row is synthetic; then every section, figure and table says so.</param>
/// <param name="Sections">The sections.</param>
/// <param name="Provenance">Names and values for the last page and the foot: version, seed, hashes.</param>
public sealed record Report(
    string Title, bool Synthetic, IReadOnlyList<Section> Sections, IReadOnlyList<KeyValuePair<string, string>> Provenance)
{
    /// <summary>Gets a value indicating whether it is meant for one page: no list of contents, no scripts, figures as
    /// drawings, the provenance in the foot alone.</summary>
    public bool IsBrief { get; init; }
}
