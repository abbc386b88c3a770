using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Which observations a linear regression hangs on.</summary>
public static class InfluenceDiagnostics
{
    internal const string Source = "Cook 1977, doi:10.1080/00401706.1977.10489493; Belsley, Kuh & Welsch 1980, doi:10.1002/0471725153";

    /// <summary>Computes leverage, Cook's distance, studentised residual and DFFITS.</summary>
    /// <remarks>
    /// h = diag X(X'X)⁻¹X'; Cook's distance e²h/(k s²(1 − h)²); externally studentised residual e/(s_(i)√(1 − h)) with the variance
    /// without row i, s_(i)² = (e'e − e_i²/(1 − h_i))/(n − k − 1); DFFITS: that times √(h/(1 − h)). Weighted: rows times the root of
    /// their weight. A row of leverage 1 is fitted exactly: all but its leverage is NaN. Cost: n·k².
    /// Source: Cook 1977, doi:10.1080/00401706.1977.10489493; Belsley, Kuh and Welsch 1980, doi:10.1002/0471725153, equations
    /// 2.5 to 2.11. Agrees with: R 4.2 hatvalues, cooks.distance, rstudent and dffits, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">The model.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The diagnostics of each used row.</returns>
    /// <exception cref="ArgumentException">A column is missing or there are too few rows.</exception>
    public static InfluenceDiagnosticsResult Estimate(
        RegressionSample sample, RegressionModelOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample, options.Model);
        RowInfluence influence = RowInfluence.Of(model.Numbers);
        int exact = influence.CooksDistances.Count(double.IsNaN);
        return new InfluenceDiagnosticsResult
        {
            Rows = model.Rows,
            Leverages = influence.Leverages,
            CooksDistances = influence.CooksDistances,
            StudentizedResiduals = influence.StudentizedResiduals,
            FitDifferences = influence.FitDifferences,
            Notes = [.. model.Notes, .. ExactNotes(exact)],
            Provenance = new Provenance(
                "econometrics.influence-diagnostics", FormattableString.Invariant($"outcome = {options.Model.Outcome}"), Source),
        };
    }

    private static IEnumerable<Note> ExactNotes(int exact)
    {
        if (exact > 0)
        {
            yield return new Note(
                "leverage-of-one",
                Severity.Warning,
                FormattableString.Invariant($"{exact} rows have a leverage of 1: a term fits them exactly, and the model says nothing of how far off they are."));
        }
    }
}
