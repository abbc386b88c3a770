namespace Karkhana.Data.Studies;

/// <summary>A file that a study was read from.</summary>
/// <param name="Name">The path relative to the study.</param>
/// <param name="Sha256">The SHA-256 of its bytes in lower-case hexadecimal.</param>
/// <param name="Rows">The number of data rows.</param>
public sealed record StudyFile(string Name, string Sha256, long Rows);
