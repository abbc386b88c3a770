using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Fit of respondents to the model.</summary>
public sealed record PersonFitResult : IMeasureResult
{
    /// <summary>Gets the scores at which fit was judged; NaN where there is none.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Gets the standardised log-likelihood.</summary>
    public required IReadOnlyList<double> Lz { get; init; }

    /// <summary>Gets the standardised log-likelihood corrected for the score having been estimated.</summary>
    public required IReadOnlyList<double> CorrectedLz { get; init; }

    /// <summary>Gets the lower tail of <see cref="CorrectedLz"/>.</summary>
    public required IReadOnlyList<double> PValue { get; init; }

    /// <summary>Gets the information-weighted mean square; 1 is expected.</summary>
    public required IReadOnlyList<double> Infit { get; init; }

    /// <summary>Gets infit as a standard score.</summary>
    public required IReadOnlyList<double> InfitStandardised { get; init; }

    /// <summary>Gets the mean square; 1 is expected.</summary>
    public required IReadOnlyList<double> Outfit { get; init; }

    /// <summary>Gets outfit as a standard score.</summary>
    public required IReadOnlyList<double> OutfitStandardised { get; init; }

    /// <summary>Gets the pairs of steps answered against their popularity.</summary>
    public required IReadOnlyList<double> GuttmanErrors { get; init; }

    /// <summary>Gets the errors over passed × failed; NaN when an item has more than two categories or all are passed or
    /// failed.</summary>
    public required IReadOnlyList<double> NormedGuttmanErrors { get; init; }

    /// <summary>Gets the p-value below which a respondent is flagged.</summary>
    public required double Significance { get; init; }

    /// <summary>Gets a value indicating, by respondent, whether the answers hang together less than chance explains.</summary>
    public IReadOnlyList<bool> Flagged => [.. PValue.Select(value => value < Significance)];

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("row", Enumerable.Range(1, Scores.Count))
        .Vector("lz_corrected", CorrectedLz)
        .Vector("lz", Lz)
        .Vector("p_value", PValue)
        .Vector("flagged", Flagged.Select(flagged => flagged ? 1 : 0))
        .Vector("score", Scores)
        .Vector("infit", Infit)
        .Vector("infit_standardised", InfitStandardised)
        .Vector("outfit", Outfit)
        .Vector("outfit_standardised", OutfitStandardised)
        .Vector("guttman_errors", GuttmanErrors)
        .Vector("normed_guttman_errors", NormedGuttmanErrors);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "person_fit",
        Column.Of("row", Enumerable.Range(1, Scores.Count), "Row", "", "Respondent in the order of the answers."),
        Column.Of("score", Scores, "Score", "", "Latent score at which fit was judged."),
        Column.Of("lz", Lz, "lz", "", "Standardised log-likelihood."),
        Column.Of("lz_corrected", CorrectedLz, "lz*", "", "Corrected for the estimated score.", recommended: true),
        Column.Of("p_value", PValue, "p", "", "Lower tail of lz*."),
        Column.Of("flagged", Flagged, "Flagged", "Whether the answers should be looked at."),
        Column.Of("infit", Infit, "Infit", "", "Information-weighted mean square; 1 is expected."),
        Column.Of("infit_standardised", InfitStandardised, "Infit t", "", "Infit as a standard score."),
        Column.Of("outfit", Outfit, "Outfit", "", "Mean square; 1 is expected."),
        Column.Of("outfit_standardised", OutfitStandardised, "Outfit t", "", "Outfit as a standard score."),
        Column.Of("guttman_errors", GuttmanErrors, "Guttman errors", "", "Pairs of steps answered against their popularity."),
        Column.Of("normed_guttman_errors", NormedGuttmanErrors, "Normed", "", "Errors over passed × failed."));
}
