namespace Karkhana.Data.Results;

/// <summary>Whose results a folder holds: only the same command on the same study may replace them.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Command">The command: <c>diagnose</c>, <c>simulate</c>, <c>network</c>, <c>profile</c>.</param>
public sealed record ResultsOwner(string Study, string Command);
