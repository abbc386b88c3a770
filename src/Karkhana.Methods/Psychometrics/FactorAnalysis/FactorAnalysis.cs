using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Exploratory factor analysis of the correlation matrix.</summary>
public static class FactorAnalysis
{
    internal const string Source =
        "Lawley & Maxwell 1971, Factor Analysis as a Statistical Method; Jöreskog 1967, doi:10.1007/BF02289658; Harman & Jones 1966, doi:10.1007/BF02289468; "
        + "Kaiser 1958, doi:10.1007/BF02289233; Hendrickson & White 1964, doi:10.1111/j.2044-8317.1964.tb00244.x; Jennrich 2002, doi:10.1007/BF02294706";

    /// <summary>Extracts and rotates factors.</summary>
    /// <remarks>
    /// R = LL′ + U for the correlation matrix R of p items and k factors. Ml minimises F = ln|LL′ + U| + tr(R(LL′ + U)⁻¹) −
    /// ln|R| − p, uniquenesses at least 0.005; L′U⁻¹L diagonal before rotation; statistic (n − 1 − (2p + 5)/6 − 2k/3)F with
    /// ((p − k)² − p − k)/2 degrees of freedom. Minres minimises the squared off-diagonal residuals, L′L diagonal. Varimax
    /// with Kaiser's row normalisation; promax from it; oblimin is direct quartimin without normalisation. Columns come in
    /// decreasing order of squared loadings, each with a sum of at least zero. Newton's method with exact second
    /// derivatives over the uniquenesses, from several starts; what stopped early or at a bound is noted. Respondents with
    /// a missing answer are left out and counted. Assumes n above p and linearly independent items for ml; normal items
    /// for the statistic.
    /// Cost: n·p² for R, then about ten eigenvalue decompositions (p³) per start.
    /// Source: Jöreskog 1967, doi:10.1007/BF02289658; Harman and Jones 1966, doi:10.1007/BF02289468; Kaiser 1958,
    /// doi:10.1007/BF02289233; Hendrickson and White 1964, doi:10.1111/j.2044-8317.1964.tb00244.x; Jennrich 2002,
    /// doi:10.1007/BF02294706. Agrees with: R factanal (communalities 1e-4), psych fa(minres) 3e-4, GPArotation oblimin 1e-3.
    /// </remarks>
    /// <param name="responses">Answers to at least three items.</param>
    /// <param name="options">Factors, estimator, rotation.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between starts.</param>
    /// <returns>Loadings, uniquenesses and the test of fit.</returns>
    /// <exception cref="ArgumentException">Too few items for the factors, an item does not vary, or too few respondents.</exception>
    public static FactorAnalysisResult Estimate(
        ItemResponses responses, FactorAnalysisOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        FactorSample sample = FactorSample.Of(responses, leastItems: 3);
        RequireIdentified(sample.Count, options.Factors, nameof(options.Factors));
        bool likelihood = options.Estimator == FactorEstimator.Ml;
        if (likelihood)
        {
            sample.RequirePositiveDefinite("ml");
        }

        FactorSolution solution = FactorExtraction.Of(
            sample.Correlations, options.Factors, options.Estimator, new Starts(options.Starts, options.Seed), cancellationToken);
        RotatedFactors rotated = solution.Found < options.Factors
            ? RotatedFactors.Unrotated(solution.Loadings)
            : RotatedFactors.Of(solution.Loadings, options, cancellationToken);
        return new FactorAnalysisResult
        {
            Items = responses.Items,
            Uniqueness = solution.Uniqueness,
            Loadings = rotated.Loadings.ToArray(),
            FactorCorrelations = rotated.Correlations.ToArray(),
            CommonCorrelations = solution.Common().ToArray(),
            Statistic = likelihood ? Bartlett(sample, options.Factors) * solution.Misfit : double.NaN,
            DegreesOfFreedom = likelihood ? DegreesOfFreedom(sample.Count, options.Factors) : double.NaN,
            Notes = [.. sample.Notes, .. FactorNotes.Of(solution, responses.Items), .. RotationNotes(rotated)],
            Provenance = new Provenance(
                "psychometrics.factor-analysis",
                FormattableString.Invariant(
                    $"factors = {options.Factors}, estimator = {options.Estimator}, rotation = {options.Rotation}, promax_power = {options.PromaxPower}, starts = {options.Starts}"),
                Source,
                options.Seed),
        };
    }

    /// <summary>Gives the degrees of freedom of k factors of p items.</summary>
    internal static int DegreesOfFreedom(int items, int factors) =>
        (((items - factors) * (items - factors)) - items - factors) / 2;

    /// <summary>Refuses more factors than the correlations can tell apart.</summary>
    internal static void RequireIdentified(int items, int factors, string name)
    {
        int degrees = factors < items ? DegreesOfFreedom(items, factors) : -1;
        Require.That(degrees >= 0, name, FormattableString.Invariant(
            $"must leave no negative degrees of freedom, ((p - k)^2 - p - k)/2; {factors} with {items} items leaves too few correlations"));
    }

    private static double Bartlett(FactorSample sample, int factors) =>
        sample.Respondents - 1 - (((2 * sample.Count) + 5) / 6.0) - (2 * factors / 3.0);

    private static IReadOnlyList<Note> RotationNotes(RotatedFactors rotated) => rotated.Converged
        ? []
        : [new Note("rotation-not-converged", Severity.Warning, "The rotation stopped before it came to rest; try more starts.")];
}
