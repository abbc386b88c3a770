using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The hypotheses with their verdicts.</summary>
/// <param name="Results">One per hypothesis, in order.</param>
/// <param name="Options">The rules by which they were judged.</param>
/// <param name="Provenance">What made it.</param>
public sealed record HypothesisTestsResult(
    IReadOnlyList<HypothesisResult> Results, HypothesisOptions Options, Provenance Provenance) : ITidyResult
{
    /// <summary>Gets the equations behind the estimates.</summary>
    public IReadOnlyList<LearningFit> Equations { get; init; } = [];

    /// <summary>Finds a hypothesis.</summary>
    /// <param name="id">H1 to H17.</param>
    /// <returns>Its result.</returns>
    public HypothesisResult Of(string id) => Results.First(result => result.Hypothesis.Id == id);

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "hypotheses",
        Column.Of("hypothesis", Results.Select(result => (string?)result.Hypothesis.Id), "Hypothesis", "Number in the framework."),
        Column.Of("statement", Results.Select(result => (string?)result.Hypothesis.Statement), "Statement", "What it says."),
        Column.Of("verdict", Results.Select(result => (string?)Words.Of(result.Verdict)), "Verdict", "What these data say."),
        Column.Of("estimand", Results.Select(result => (string?)result.Hypothesis.Estimand), "Estimand", "What is estimated."),
        Column.Of("falsifier", Results.Select(result => (string?)result.Hypothesis.Falsifier), "Falsifier", "What would speak against it."),
        Column.Of("missing", Results.Select(result => result.Missing), "Missing", "Why the data do not tell, where they were not enough."));

    /// <summary>Gives one row per association that bends.</summary>
    /// <returns>The table <c>turning_points</c>.</returns>
    public Table ToTurningPoints() => TurningPoint.ToTable(
        [.. Results.Where(result => result.Turning is not null).Select(result => (result.Hypothesis.Id, result.Turning!))]);

    /// <summary>Gives one row per estimate.</summary>
    /// <returns>The table <c>hypothesis_estimates</c>.</returns>
    public Table ToParts()
    {
        (string Id, string? Missing, HypothesisPart Part)[] rows =
            [.. Results.SelectMany(result => result.Parts.Select(part => (result.Hypothesis.Id, result.Missing, part)))];
        return Table.Of(
            "hypothesis_estimates",
            Column.Of("hypothesis", rows.Select(row => (string?)row.Id), "Hypothesis", "Number in the framework."),
            Column.Of("term", rows.Select(row => (string?)row.Part.Name), "Estimate of", "What is estimated."),
            Column.Of("expected", rows.Select(row => (string?)Words.Of(row.Part.Expected)), "Expected", "What the hypothesis expects."),
            Column.Of("n", rows.Select(row => row.Part.Firms), "Firms", "", "Firms used."),
            Column.Of("estimate", rows.Select(row => row.Part.Estimate), "Estimate", "", "In standard deviations, or shares of R².", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Part.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", rows.Select(row => row.Part.High), "High", "", "Upper limit, 95 %."),
            Column.Of("p_value", rows.Select(row => row.Part.PValue), "p", "", "Two-sided p-value; missing where only an interval is known."),
            Column.Of("adjusted_p_value", rows.Select(row => row.Part.AdjustedPValue), "Adjusted p", "", "Corrected over all parts of all hypotheses."),
            Column.Of("verdict", rows.Select(row => (string?)Words.Of(row.Missing is null ? HypothesisVerdicts.Of(row.Part, Options) : Verdict.CannotTell)), "Verdict", "What this estimate says, where its hypothesis can be told."));
    }
}
