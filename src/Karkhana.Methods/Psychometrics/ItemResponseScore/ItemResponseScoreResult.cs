using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The latent score of each respondent.</summary>
public sealed record ItemResponseScoreResult : IMeasureResult
{
    /// <summary>Gets the scores; NaN where there is none, ±∞ for an extreme pattern under ml.</summary>
    public required IReadOnlyList<double> Score { get; init; }

    /// <summary>Gets the standard errors.</summary>
    public required IReadOnlyList<double> StandardError { get; init; }

    /// <summary>Gets the logarithm of the marginal likelihood; NaN unless the method is eap.</summary>
    public required IReadOnlyList<double> LogMarginalLikelihood { get; init; }

    /// <summary>Gets the number of items that each respondent answered.</summary>
    public required IReadOnlyList<int> Answered { get; init; }

    /// <summary>Gets Var(score)/(Var(score) + mean(error²)) over finite scores.</summary>
    public required double EmpiricalReliability { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Rows => Enumerable.Range(1, Score.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("row", Rows)
        .Vector("score", Score)
        .Vector("std_error", StandardError)
        .Vector("answered", Answered)
        .Vector("marginal_likelihood", LogMarginalLikelihood.Select(Math.Exp))
        .Vector("log_marginal_likelihood", LogMarginalLikelihood)
        .Scalar("empirical_reliability", EmpiricalReliability);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "item_response_score",
        Column.Of("row", Rows, "Row", "", "Row of the responses, from 1."),
        Column.Of("estimate", Score, "θ", "", "Score on the latent variable.", recommended: true),
        Column.Of("std_error", StandardError, "Standard error", "", "Standard error of the score."),
        Column.Of("answered", Answered, "Answered", "items", "Items that were answered."));
}
