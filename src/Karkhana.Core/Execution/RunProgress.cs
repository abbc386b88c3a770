namespace Karkhana.Core.Execution;

/// <summary>How far a stage has come.</summary>
/// <param name="Stage">The stage, in words that a user reads.</param>
/// <param name="Done">How much is done.</param>
/// <param name="Total">How much there is.</param>
public readonly record struct RunProgress(string Stage, long Done, long Total);
