using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Consistency and coverage of terms for an outcome.</summary>
public sealed record FuzzySetRelationResult : IMeasureResult
{
    /// <summary>Gets the terms.</summary>
    public required IReadOnlyList<FuzzySetTerm> Terms { get; init; }

    /// <summary>Gets the number of cases without a missing value.</summary>
    public required int Cases { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("condition", Terms.Select(term => term.Condition))
        .Vector("sufficiency_consistency", Terms.Select(term => term.SufficiencyConsistency))
        .Vector("sufficiency_coverage", Terms.Select(term => term.SufficiencyCoverage))
        .Vector("necessity_consistency", Terms.Select(term => term.NecessityConsistency))
        .Vector("necessity_coverage", Terms.Select(term => term.NecessityCoverage))
        .Vector("proportional_reduction", Terms.Select(term => term.ProportionalReduction))
        .Vector("relevance_of_necessity", Terms.Select(term => term.RelevanceOfNecessity));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "fuzzy_set_relation",
        Column.Of("condition", Terms.Select(term => (string?)term.Condition), "Condition", "Term; ~ is not, * is and."),
        Column.Of(
            "sufficiency_consistency", Terms.Select(term => term.SufficiencyConsistency), "Sufficient, consistency", "share",
            "How far membership in the term stays within the outcome.", recommended: true),
        Column.Of(
            "sufficiency_coverage", Terms.Select(term => term.SufficiencyCoverage), "Sufficient, coverage", "share",
            "How much of the outcome the term covers."),
        Column.Of(
            "necessity_consistency", Terms.Select(term => term.NecessityConsistency), "Necessary, consistency", "share",
            "How far the outcome stays within the term."),
        Column.Of(
            "necessity_coverage", Terms.Select(term => term.NecessityCoverage), "Necessary, coverage", "share",
            "How much of the term the outcome covers."),
        Column.Of(
            "proportional_reduction", Terms.Select(term => term.ProportionalReduction), "PRI", "share",
            "Sufficiency less what also speaks for the absence of the outcome."),
        Column.Of(
            "relevance_of_necessity", Terms.Select(term => term.RelevanceOfNecessity), "Relevance", "share",
            "Low when nearly every case has the condition."),
        Column.Of("n", Terms.Select(_ => Cases), "Cases", "", "Cases without a missing value."));
}
