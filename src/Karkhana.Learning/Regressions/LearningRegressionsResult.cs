using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>The regressions of learning.</summary>
/// <param name="Estimates">The coefficients of interest.</param>
/// <param name="Errors">How errors of different firms were let depend on each other, in the equations where most was let.</param>
/// <param name="Controls">What was held equal.</param>
/// <param name="Places">The number of places.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record LearningRegressionsResult(
    IReadOnlyList<LearningEstimate> Estimates,
    ErrorDependence Errors,
    IReadOnlyList<string> Controls,
    int Places,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : ITidyResult
{
    /// <summary>Gets the equations behind the coefficients.</summary>
    public IReadOnlyList<LearningFit> Equations { get; init; } = [];

    /// <summary>Finds a coefficient.</summary>
    /// <param name="model">The model.</param>
    /// <param name="term">The term.</param>
    /// <returns>The coefficient, or null.</returns>
    public LearningEstimate? Find(string model, string term) =>
        Estimates.FirstOrDefault(estimate => estimate.Model == model && estimate.Term == term);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "learning_estimates",
        Column.Of(
            "model", Estimates.Select(row => (string?)row.Model), "Model", "Which outcome, with what held equal."),
        Column.Of("term", Estimates.Select(row => (string?)row.Term), "Term", "Advantage or other term."),
        Column.Of("n", Estimates.Select(row => row.Firms), "Firms", "", "Firms used."),
        Column.Of(
            "estimate", Estimates.Select(row => row.Estimate), "Association", "SD",
            "Standard deviations of the outcome.", recommended: true),
        Column.Of(
            "std_error", Estimates.Select(row => row.StandardError), "Standard error", "SD",
            "Standard error, with measurement error by plausible values."),
        Column.Of("conf_low", Estimates.Select(row => row.Low), "Low", "SD", "Lower limit, 95 %."),
        Column.Of("conf_high", Estimates.Select(row => row.High), "High", "SD", "Upper limit, 95 %."),
        Column.Of("p_value", Estimates.Select(row => row.PValue), "p", "", "Two-sided p-value."),
        Column.Of(
            "wild_p_value", Estimates.Select(row => row.WildPValue), "Wild p", "",
            "By the wild cluster bootstrap over places, where there are fewer than 20; findings are judged by the greater p-value."),
        Column.Of(
            "adjusted_p_value", Estimates.Select(row => row.AdjustedPValue), "Adjusted p", "",
            "Corrected over the advantages of the model."));
}
