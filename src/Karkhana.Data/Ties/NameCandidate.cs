namespace Karkhana.Data.Ties;

/// <summary>A firm or party that a name may mean.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">Its name as the study has it.</param>
/// <param name="Score">How alike the names are, from 0 to 1.</param>
public sealed record NameCandidate(string Id, string Name, double Score);
