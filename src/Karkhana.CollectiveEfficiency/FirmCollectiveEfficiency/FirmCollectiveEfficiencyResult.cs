using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>External economies and joint action of each firm.</summary>
public sealed record FirmCollectiveEfficiencyResult : ITidyResult
{
    /// <summary>Gets all firms of the register.</summary>
    public required IReadOnlyList<string> Firms { get; init; }

    /// <summary>Gets the scores: external economies, joint action and its four types, and latent joint action when it was asked for.</summary>
    public required IReadOnlyList<CollectiveEfficiencyScore> Scores { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Finds a score.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The score.</returns>
    public CollectiveEfficiencyScore Of(string name) => Scores.Single(score => score.Name == name);

    /// <summary>Gives one row per firm and score that is known.</summary>
    /// <returns>The table <c>collective_efficiency_firms</c>.</returns>
    public Table ToTable()
    {
        (CollectiveEfficiencyScore Score, int Firm)[] rows = [.. Scores.SelectMany(score => Enumerable.Range(0, Firms.Count)
            .Where(firm => !double.IsNaN(score.Values[firm])).Select(firm => (score, firm)))];
        return Table.Of(
            "collective_efficiency_firms",
            Column.Of("firm", rows.Select(row => Firms[row.Firm]), "Firm", "Firm id of the register."),
            Column.Of("score", rows.Select(row => (string?)row.Score.Name), "Score", "External economies, joint action, one of its types, or latent joint action."),
            Column.Of(
                "estimate", rows.Select(row => row.Score.Values[row.Firm]), "Score", "points",
                "External economies and latent joint action in standard deviations of the pooled sample, other joint action from 0 to 3.", recommended: true),
            Column.Of(
                "std_error", rows.Select(row => row.Score.StandardErrors[row.Firm]), "Standard error", "points",
                "Standard error of measurement; missing where it cannot be known."),
            Column.Of("parts_known", rows.Select(row => row.Score.Known[row.Firm]), "Parts known", "", "Exposures or items known of the firm."),
            Column.Of("parts", rows.Select(row => row.Score.Parts.Count), "Parts", "", "Exposures or items of the score."));
    }
}
