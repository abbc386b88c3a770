using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Which firms have which part in the knowledge network.</summary>
/// <param name="Counts">The roles with their complete firms; the first is the one compared with.</param>
/// <param name="Pooled">The logarithms of the odds of each role against the first, terms named <c>role: term</c>; null where nothing was
/// estimated, for which a note gives the reason.</param>
/// <param name="Firms">The positions in the sample of the firms used.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made this result.</param>
public sealed record RoleDeterminantsResult(
    IReadOnlyList<RoleCount> Counts, PooledCoefficients? Pooled, IReadOnlyList<int> Firms, IReadOnlyList<Note> Notes, Provenance Provenance)
{
    /// <summary>Gives one row per role and term.</summary>
    /// <returns>The table <c>role_determinants</c>; without rows where nothing was estimated.</returns>
    public Table ToTable()
    {
        CoefficientTable coefficients = Pooled?.Coefficients ?? new CoefficientTable([], [], [], [], 0.95);
        return Table.Of("role_determinants",
        [
            .. coefficients.ToTable("role_determinants").Columns,
            Column.Of("relative_risk_ratio", coefficients.Estimates.Select(Math.Exp), "Relative risk ratio", "",
                "How the probability of the role over that of the role compared with is multiplied per standard deviation of the term, or by yes against no."),
            Column.Of("share_measurement", Pooled?.ShareBetween ?? [], "Share due to measurement", "share",
                "Share of the variance of the estimate that comes from scores being measured with error."),
        ]);
    }
}
