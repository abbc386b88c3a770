using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Person parameters by raw score.</summary>
public sealed record RaschPersonScoreResult : IMeasureResult
{
    /// <summary>Gets the raw scores.</summary>
    public required IReadOnlyList<int> RawScores { get; init; }

    /// <summary>Gets θ of each raw score; ±∞ at the ends under ml.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the standard errors.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("raw_score", RawScores)
        .Vector("estimate", Estimates)
        .Vector("std_error", StandardErrors);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "rasch_person_score",
        Column.Of("raw_score", RawScores, "Raw score", "items", "Number of items passed."),
        Column.Of("estimate", Estimates, "θ", "logits", "Person parameter.", recommended: true),
        Column.Of("std_error", StandardErrors, "Standard error", "logits", "Standard error of the person parameter."));
}
