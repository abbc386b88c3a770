using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Which firms are gatekeepers, which absorb, which stand apart?</summary>
public static class RoleDeterminants
{
    private const string Source =
        "Framework 3.5 (M6b); Giuliani & Bell 2005, doi:10.1016/j.respol.2004.10.008; McFadden 1974, in Frontiers in Econometrics (ed. Zarembka), 105-142; Rubin 1987, doi:10.1002/9780470316696";

    private const string RoleColumn = "role";

    /// <summary>Estimates a multinomial logit of the role.</summary>
    /// <remarks>
    /// ln(P(role = r)/P(role = base)) = b₀r + Σ b_kr x_k, x absorptive capacity, size, age, foreign contact, standardised over the sample. A term measured with
    /// error enters as plausible values drawn given the roles and all other terms, combined by Rubin's rules; so the odds are not drawn to 1 by
    /// the error. Roles of fewer than 5 complete firms are left out. Where terms part roles without error there are no finite odds, and none are given.
    /// Openness makes a role by definition: a term that measures it explains nothing. Associations, not effects.
    /// Cost: draws × one multinomial logit. Source: framework 3.5, M6(b); Giuliani and Bell 2005, doi:10.1016/j.respol.2004.10.008;
    /// McFadden 1974. Agrees with: econometrics.multinomial-regression, which agrees with nnet multinom.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="roles">Roles; degrees are not used.</param>
    /// <param name="terms">The terms: scores, controls, variables of the sample; without any there are no odds.</param>
    /// <param name="options">Draws, least firms, level; errors are those of the likelihood.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>The odds, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a term is a product, or the sample does not have it.</exception>
    public static RoleDeterminantsResult Estimate(
        LearningSample sample, FirmRoles roles, IReadOnlyList<string> terms, EquationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(terms);
        roles.Check(sample);
        Require.That(terms.All(term => LearningEquation.Factors(term).Length == 1), nameof(terms), "must be variables, and no products");
        options ??= new EquationOptions();
        LearningVariables variables = new(sample);
        int[] complete = terms.Count == 0 ? [] : LearningEquations.CompleteRows(variables, new LearningEquation("determinants", terms[0], [.. terms.Skip(1)]));
        RoleGroups groups = new(roles, complete);
        int[] rows = [.. complete.Where(row => Array.Exists(groups.Kept, count => count.Role == roles.Roles[row]))];
        if (terms.Count == 0)
        {
            return Result(null, new Note("no-terms", Severity.Warning, "No trait of firms is known that roles could go with."));
        }

        int needed = Math.Max(options.LeastFirms, ((groups.Kept.Length - 1) * (terms.Count + 1)) + 10);
        if (groups.Kept.Length < 2 || rows.Length < needed)
        {
            return Result(null, new Note("too-few-firms", Severity.Warning, FormattableString.Invariant(
                $"{rows.Length} firms with a known {roles.Noun} of at least 5 firms and all terms, of {groups.Kept.Length} such {roles.Noun}s, are too few: we cannot tell who has which {roles.Noun}.")));
        }

        (CoefficientTable Table, IReadOnlyList<double> Covariance, IReadOnlyList<Note> Notes)[] runs =
            [.. Draws(sample, roles, terms, rows, options.Draws).Select(values => Run(values, terms, groups, rows.Select(row => roles.Roles[row]), options.Level, cancellationToken))];
        return Array.TrueForAll(runs, run => run.Table.StandardErrors.All(double.IsFinite))
            ? Result(RubinRules.Pool([.. runs.Select(run => (run.Table, run.Covariance))]), [.. runs.SelectMany(run => run.Notes).DistinctBy(note => note.Code)])
            : Result(null, new Note("roles-parted", Severity.Warning,
                $"The terms part some {roles.Noun}s without error, or do not vary on their own among these firms, so there are no finite odds. Fewer terms, or fewer {roles.Noun}s, can be compared."));

        RoleDeterminantsResult Result(PooledCoefficients? pooled, params Note[] notes) => new(
            groups.Kept, pooled, rows, [.. groups.Notes(), .. notes],
            new Provenance("learning.role-determinants", FormattableString.Invariant($"terms = {string.Join(" ", terms)}"), Source, sample.Seed));
    }

    // Drawn given the roles: the first measured term is the outcome of the drawing equation, roles and other terms are its regressors.
    internal static IEnumerable<Dictionary<string, double[]>> Draws(LearningSample sample, FirmRoles roles, IReadOnlyList<string> terms, int[] rows, int draws)
    {
        RoleGroups groups = new(roles, rows);
        LearningVariables variables = new(sample.With(groups.Indicators()));
        string first = terms.FirstOrDefault(term => variables.ErrorVariancesOf(term) is not null) ?? terms[0];
        TrueScores scores = new(
            variables, new LearningEquation("determinants", first, [.. terms.Where(term => term != first), .. groups.Names]), rows);
        return scores.AreKnown ? [scores.Observed()] : Enumerable.Range(0, draws).Select(scores.Draw);
    }

    private static (CoefficientTable Table, IReadOnlyList<double> Covariance, IReadOnlyList<Note> Notes) Run(
        Dictionary<string, double[]> values, IReadOnlyList<string> terms, RoleGroups groups, IEnumerable<string?> roles, double level, CancellationToken cancellationToken)
    {
        MultinomialRegressionResult fit = MultinomialRegression.Estimate(
            new RegressionSample(Table.Of("roles", [Column.Of(RoleColumn, roles), .. terms.Select(term => (Column)Column.Of(term, values[term]))])),
            new MultinomialRegressionOptions { Model = new ModelSpecification { Outcome = RoleColumn, Terms = terms }, BaseCategory = groups.Base, Level = level },
            cancellationToken: cancellationToken);
        CoefficientTable coefficients = fit.Coefficients;
        return (new CoefficientTable(
            [.. fit.Responses.Zip(coefficients.Terms, (role, term) => $"{role}: {term}")],
            coefficients.Estimates, coefficients.StandardErrors, coefficients.DegreesOfFreedom, level), fit.Covariance, fit.Notes);
    }
}
