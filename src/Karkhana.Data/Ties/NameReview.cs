using Karkhana.Core.Tables;

namespace Karkhana.Data.Ties;

/// <summary>The review table of names: what was matched, what is in doubt, what the user decided.</summary>
public static class NameReview
{
    /// <summary>The file that a study keeps it in unless study.toml names another.</summary>
    public const string FileName = "name_matches.csv";

    private const int Candidates = 3;

    /// <summary>Gives one row per name, the doubtful first, then those not found.</summary>
    /// <remarks>It holds names and is for the owner of the study alone. The column <c>decision</c> takes an id, or
    /// <c>none</c> when the name is of nobody in the study, and is read back.</remarks>
    /// <param name="matches">What came of each name.</param>
    /// <returns>The table <c>name_matches</c>.</returns>
    public static Table ToTable(IReadOnlyList<NameMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        NameMatch[] rows =
        [
            .. matches.OrderBy(match => match.Outcome switch
            {
                NameOutcome.Doubtful => 0,
                NameOutcome.NotFound => 1,
                _ => 2,
            }).ThenBy(match => match.Name, StringComparer.Ordinal),
        ];
        return Table.Of(
            "name_matches",
            [
                Column.Of("name", rows.Select(match => (string?)match.Name), "Name", "Name as the survey gave it."),
                Column.Of(
                    "decision", rows.Select(match => (string?)match.Decision), "Decision", "An id, none when it is nobody of the study, or empty to take the match."),
                Column.Of("outcome", rows.Select(match => (string?)Words.Of(match.Outcome)), "Outcome", "Matched, doubtful or not found."),
                Column.Of("margin", rows.Select(match => match.Margin), "Lead", "", "Score of the first candidate less that of the second."),
                .. Enumerable.Range(0, Candidates).SelectMany(place => CandidateColumns(rows, place)),
            ]);
    }

    private static IEnumerable<Column> CandidateColumns(NameMatch[] rows, int place)
    {
        NameCandidate?[] candidates = [.. rows.Select(match => match.Candidates.ElementAtOrDefault(place))];
        string number = FormattableString.Invariant($"{place + 1}");
        yield return Column.Of($"id_{number}", candidates.Select(candidate => candidate?.Id), $"Id {number}", "Id of the candidate.");
        yield return Column.Of($"name_{number}", candidates.Select(candidate => candidate?.Name), $"Name {number}", "Name of the candidate.");
        yield return Column.Of(
            $"score_{number}", candidates.Select(candidate => candidate?.Score ?? double.NaN), $"Score {number}", "", "How alike the names are, 0 to 1.");
    }
}
