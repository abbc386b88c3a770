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

    /// <summary>Gives one row per firm and construct whose score is known.</summary>
    /// <returns>The table <c>scores</c>.</returns>
    public Table ToTable()
    {
        (Score Score, int Firm)[] known = [.. Scores.SelectMany(score => Enumerable.Range(0, FirmIds.Count)
            .Where(firm => !double.IsNaN(score.Values[firm])).Select(firm => (score, firm)))];
        return Table.Of(
            "scores",
            Column.Of("firm", known.Select(row => FirmIds[row.Firm]), "Firm", "Firm id of the register."),
            Column.Of("construct", known.Select(row => row.Score.Construct), "Construct", "What is measured."),
            Column.Of(
                "estimate", known.Select(row => row.Score.Values[row.Firm]), "Score", "", "The score.",
                recommended: true),
            Column.Of(
                "std_error", known.Select(row => row.Score.StandardErrors[row.Firm]), "Standard error", "",
                "Standard error of measurement."),
            Column.Of("model", known.Select(row => row.Score.Model), "Model", "How it was scored."));
    }
}
