using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How effort goes with exposure by regime, and what goes with what firms name as holding them back.</summary>
/// <param name="Slopes">One per regime that enough firms state; empty where the equation could not be estimated.</param>
/// <param name="Constraints">The logarithms of the odds of each constraint against the first, terms named <c>constraint: term</c>; null where
/// nothing was estimated.</param>
/// <param name="Counts">The constraints with their firms; the first is the one compared with.</param>
/// <param name="Notes">What the reader must know: why something is missing.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EffortByRegimeResult(
    IReadOnlyList<RegimeSlope> Slopes, PooledCoefficients? Constraints, IReadOnlyList<RoleCount> Counts, IReadOnlyList<Note> Notes, Provenance Provenance)
    : ITidyResult
{
    /// <summary>Gets the equation of effort; null where it could not be estimated.</summary>
    public LearningFit? Equation { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "effort_by_regime",
        Column.Of("regime", Slopes.Select(row => (string?)Words.Of(row.Regime)), "Regime", "What holds the firm's learning back, by its answers."),
        Column.Of("n", Slopes.Select(row => row.Firms), "Firms", "", "Firms of the regime."),
        Column.Of("estimate", Slopes.Select(row => row.Slope.Estimate), "Slope", "SD", "Standard deviations of effort per standard deviation of mean exposure.", recommended: true),
        Column.Of("std_error", Slopes.Select(row => row.StandardError), "Standard error", "SD", "With measurement error by plausible values."),
        Column.Of("conf_low", Slopes.Select(row => row.Slope.Low), "Low", "SD", "Lower limit, 95 %."),
        Column.Of("conf_high", Slopes.Select(row => row.Slope.High), "High", "SD", "Upper limit, 95 %."),
        Column.Of("difference", Slopes.Select(row => row.Difference), "Less the first", "SD", "The slope less that of the first regime."),
        Column.Of("p_value", Slopes.Select(row => row.DifferencePValue), "p of the difference", "", "With fewer than 20 places the greater of two."));

    /// <summary>Gives one row per constraint and term.</summary>
    /// <returns>The table <c>constraint_determinants</c>; without rows where nothing was estimated.</returns>
    public Table ToConstraints()
    {
        CoefficientTable coefficients = Constraints?.Coefficients ?? new CoefficientTable([], [], [], [], 0.95);
        return Table.Of("constraint_determinants",
        [
            .. coefficients.ToTable("constraint_determinants").Columns,
            Column.Of("relative_risk_ratio", coefficients.Estimates.Select(Math.Exp), "Relative risk ratio", "",
                "How the probability of the constraint over that of the one compared with is multiplied per standard deviation of the term."),
        ]);
    }
}
