using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The person parameter that belongs to each raw score of a Rasch scale.</summary>
public static class RaschPersonScore
{
    internal const string Source =
        "Fischer & Molenaar 1995, doi:10.1007/978-1-4612-4230-7; Warm 1989, doi:10.1007/BF02294627";

    /// <summary>Converts raw scores.</summary>
    /// <remarks>
    /// ml: θ_r solves Σ_j P_j(θ) = r, P_j = 1/(1 + exp(−(θ − b_j))). wle: Σ_j P_j(θ) = r + Σ P_j Q_j (1 − 2P_j)/(2 Σ P_j Q_j),
    /// finite for every r. Standard error 1/√(Σ P_j Q_j). Assumes that every item was answered. Cost: scores × items × about
    /// ten readings. Source: Fischer and Molenaar 1995, doi:10.1007/978-1-4612-4230-7; Warm 1989,
    /// doi:10.1007/BF02294627.
    /// Agrees with: eRm person.parameter(), absolute 1e-4.
    /// </remarks>
    /// <param name="items">The difficulties.</param>
    /// <param name="options">Raw scores and method.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>A person parameter for each raw score.</returns>
    /// <exception cref="ArgumentException">A raw score that the items do not allow, or a difficulty that is not
    /// finite.</exception>
    public static RaschPersonScoreResult Estimate(
        ItemDifficulties items,
        RaschPersonScoreOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        options ??= new RaschPersonScoreOptions();
        ItemParameters parameters = items.ToParameters();
        int least = options.Method == PersonScoreMethod.Wle ? 0 : 1;
        IReadOnlyList<int> scores = options.RawScores ?? [.. Enumerable.Range(least, Math.Max(0, parameters.Count + 1 - (2 * least)))];
        foreach (int score in scores)
        {
            Require.Between(score, 0, parameters.Count, "raw_scores");
        }

        ModeSearch search = new(ItemModel.Rasch, parameters);
        (double Score, double StandardError)[] found = [.. scores.Select(score => Find(search, parameters.Count, score, options.Method))];
        return new RaschPersonScoreResult
        {
            RawScores = scores,
            Estimates = [.. found.Select(person => person.Score)],
            StandardErrors = [.. found.Select(person => person.StandardError)],
            Provenance = new Provenance(
                "psychometrics.rasch-person-score",
                FormattableString.Invariant($"raw_scores = {(options.RawScores is null ? "all" : string.Join(", ", scores))}, method = {options.Method}"),
                Source),
        };
    }

    // In the Rasch model all patterns with the same raw score have the same estimate: any one will do.
    private static (double Score, double StandardError) Find(ModeSearch search, int items, int score, PersonScoreMethod method)
    {
        sbyte[] answers = new sbyte[items];
        answers.AsSpan(0, score).Fill(1);
        return method == PersonScoreMethod.Wle ? search.Wle(answers, 0) : search.Ml(answers, 0);
    }
}
