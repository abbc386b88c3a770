using Karkhana.Core.Tables;

namespace Karkhana.Core.Exchange;

/// <summary>The scores of each firm; what Capability passes to Learning and Policy.</summary>
/// <param name="FirmIds">The firms, in the order of the register.</param>
/// <param name="Scores">The scores, one per construct.</param>
public sealed record ScoreTable(IReadOnlyList<string> FirmIds, IReadOnlyList<Score> Scores)
{
    /// <summary>Finds the score on a construct.</summary>
    /// <param name="construct">The construct.</param>
    /// <returns>The score, or null when it was not measured.</returns>
    public Score? Find(string construct) => Scores.FirstOrDefault(score => score.Construct == construct);

    /// <summary>Gives one row per firm and construct.</summary>
    /// <returns>The table <c>scores</c>.</returns>
    public Table ToTable() => Table.Of(
        "scores",
        Column.Of("firm", Scores.SelectMany(_ => FirmIds), "Firm", "Firm id of the register."),
        Column.Of("construct", Scores.SelectMany(s => FirmIds.Select(_ => s.Construct)), "Construct", "What is measured."),
        Column.Of("estimate", Scores.SelectMany(s => s.Values), "Score", "", "The score.", recommended: true),
        Column.Of("std_error", Scores.SelectMany(s => s.StandardErrors), "Standard error", "", "Standard error of measurement."),
        Column.Of("model", Scores.SelectMany(s => FirmIds.Select(_ => s.Model)), "Model", "How it was scored."));
}
