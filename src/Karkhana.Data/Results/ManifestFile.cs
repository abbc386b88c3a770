namespace Karkhana.Data.Results;

/// <summary>A file that a run read or wrote.</summary>
/// <param name="Name">The path relative to the study or the results.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hexadecimal.</param>
/// <param name="Bytes">Its size.</param>
public sealed record ManifestFile(string Name, string Sha256, long Bytes);
