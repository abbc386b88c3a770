using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Plausible values of each respondent.</summary>
public sealed record PlausibleValuesResult : IMeasureResult
{
    /// <summary>Gets the mean of each respondent's posterior at the estimated parameters.</summary>
    public required IReadOnlyList<double> PosteriorMean { get; init; }

    /// <summary>Gets the standard deviation of each respondent's posterior at the estimated parameters.</summary>
    public required IReadOnlyList<double> PosteriorDeviation { get; init; }

    /// <summary>Gets the draws, each with one value per respondent.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Draws { get; init; }

    /// <summary>Gets mean and variance of the population, combined over the draws.</summary>
    public required CoefficientTable Population { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    private IEnumerable<int> Rows => Enumerable.Range(1, PosteriorMean.Count);

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("row", Rows)
        .Vector("posterior_mean", PosteriorMean)
        .Vector("posterior_sd", PosteriorDeviation)
        .Matrix(
            "plausible_value",
            Rows.Select(row => FormattableString.Invariant($"{row}")),
            Enumerable.Range(1, Draws.Count).Select(draw => FormattableString.Invariant($"{draw}")),
            [.. Rows.SelectMany(row => Draws.Select(draw => draw[row - 1]))])
        .Vector("term", Population.Terms)
        .Vector("estimate", Population.Estimates)
        .Vector("std_error", Population.StandardErrors);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "plausible_values",
        [
            Column.Of("row", Rows, "Row", "", "Row of the responses, from 1."),
            Column.Of("posterior_mean", PosteriorMean, "Posterior mean", "", "Mean of θ given the answers.", recommended: true),
            Column.Of("posterior_sd", PosteriorDeviation, "Posterior SD", "", "Standard deviation of θ given the answers."),
            .. Draws.Select((draw, m) => Column.Of(
                FormattableString.Invariant($"draw_{m + 1}"), draw, FormattableString.Invariant($"Draw {m + 1}"), "",
                "A value of θ drawn from its posterior; use all draws, never one.")),
        ]);
}
