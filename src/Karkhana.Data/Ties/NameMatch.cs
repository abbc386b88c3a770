namespace Karkhana.Data.Ties;

/// <summary>What came of looking for one name.</summary>
/// <param name="Name">The name as the survey gave it.</param>
/// <param name="Outcome">Matched, doubtful or not found, before anyone decided.</param>
/// <param name="Candidates">The candidates, the nearest first; at most three.</param>
public sealed record NameMatch(string Name, NameOutcome Outcome, IReadOnlyList<NameCandidate> Candidates)
{
    /// <summary>The decision that a name is of nobody in the study.</summary>
    public const string Nobody = "none";

    /// <summary>Gets the score of the nearest candidate; 0 without any.</summary>
    public double Score => Candidates.Count == 0 ? 0 : Candidates[0].Score;

    /// <summary>Gets how far it is ahead of the second; its score when there is no second.</summary>
    public double Margin => Candidates.Count < 2 ? Score : Candidates[0].Score - Candidates[1].Score;

    /// <summary>Gets what the user decided: an id, <see cref="Nobody"/>, or empty.</summary>
    public string Decision { get; init; } = "";

    /// <summary>Gets the id that the name stands for, or null: the decision, else the match.</summary>
    public string? Id => Decision.Length > 0
        ? Decision == Nobody ? null : Decision
        : Outcome == NameOutcome.Matched ? Candidates[0].Id : null;
}
