using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Whether the residuals of equations go together among neighbours.</summary>
/// <param name="Equations">One row per equation that could be tested.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record ResidualDependenceResult(
    IReadOnlyList<EquationDependence> Equations, ResidualDependenceOptions Options, IReadOnlyList<Note> Notes, Provenance Provenance) : ITidyResult
{
    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "residual_dependence",
        Column.Of("equation", Equations.Select(row => (string?)row.Equation.Name), "Equation", "Which equation."),
        Column.Of("outcome", Equations.Select(row => (string?)row.Equation.Outcome), "Outcome", "What is explained."),
        Column.Of("term", Equations.Select(row => (string?)row.Equation.Terms[0]), "First term", "The term that the equation is about."),
        Column.Of("n", Equations.Select(row => row.Firms), "Firms", "", "Firms used."),
        Column.Of("estimate", Equations.Select(row => row.Moran), "Moran's I", "", "Of the residuals.", recommended: true),
        Column.Of("expectation", Equations.Select(row => row.Expectation), "Expectation", "", "Of I without dependence, given the terms."),
        Column.Of("statistic", Equations.Select(row => row.Statistic), "z", "", "I less its expectation, in standard deviations."),
        Column.Of("p_value", Equations.Select(row => row.PValue), "p", "", "One-sided: neighbours' residuals alike."),
        Column.Of("adjusted_p_value", Equations.Select(row => row.AdjustedPValue), "Adjusted p", "", "Corrected over all equations."),
        Column.Of("errors", Equations.Select(row => (string?)Words.Of(row.Errors)), "Errors", "How errors were let depend on each other."));
}
