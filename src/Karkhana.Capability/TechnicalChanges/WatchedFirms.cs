namespace Karkhana.Capability;

/// <summary>The firms whose technical changes would be known, had they made any.</summary>
/// <param name="Firms">Their positions in the register, each once.</param>
/// <param name="Clustered">Whether each stands in a cluster of its industry.</param>
public sealed record WatchedFirms(IReadOnlyList<int> Firms, IReadOnlyList<bool> Clustered);
