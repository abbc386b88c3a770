using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>The values on which an equation was estimated, so that others can estimate it again.</summary>
/// <param name="Observed">The variables of the whole sample by name, as the equations take them: standardised, 0/1 variables as they are;
/// NaN when missing.</param>
/// <param name="Measured">The variables that are measured with error, or of which missing values were drawn.</param>
/// <param name="Draws">The draws of the true values of the measured variables, one dictionary per draw, one value per firm of
/// <see cref="LearningFit.Firms"/>; empty where nothing is measured with error.</param>
public sealed record EquationValues(
    IReadOnlyDictionary<string, double[]> Observed,
    IReadOnlyList<string> Measured,
    IReadOnlyList<IReadOnlyDictionary<string, double[]>> Draws)
{
    /// <summary>Gives the values behind a fit.</summary>
    /// <remarks>Nothing is kept from the estimation: draws have addresses, so they are drawn once more and come out the same. Cost: that of
    /// the draws.</remarks>
    /// <param name="sample">The sample on which the equation was estimated, or one with more variables and the same seed.</param>
    /// <param name="fit">The fit.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentException">The sample is another one.</exception>
    public static EquationValues Of(LearningSample sample, LearningFit fit)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(fit);
        Require.That(
            fit.Firms.All(firm => firm < sample.Firms.Count), nameof(sample),
            FormattableString.Invariant($"must be that of the fit; it has {sample.Firms.Count} firms and the fit names firm {fit.Firms.Max() + 1}"));
        LearningVariables variables = new(sample);
        LearningEquation equation = fit.Equation;
        TrueScores scores = new(variables, equation, [.. fit.Firms]);
        return Of(
            variables, [equation.Outcome, .. equation.Variables], equation.AlsoKnown,
            Enumerable.Range(0, fit.Pooled.Runs).Select(scores.Draw),
            [.. equation.Imputed.Where(name => fit.Firms.Any(firm => double.IsNaN(variables.Of(name)[firm])))]);
    }

    /// <summary>Gives the values behind a model of firms in places.</summary>
    /// <remarks>As <see cref="Of(LearningSample, LearningFit)"/>.</remarks>
    /// <param name="sample">The sample on which it was estimated.</param>
    /// <param name="result">The model.</param>
    /// <returns>The values.</returns>
    public static EquationValues Of(LearningSample sample, MultilevelModelResult result)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(result);
        MultilevelCase data = new(sample, result.Equation);
        return Of(
            new LearningVariables(sample), [result.Equation.Outcome, .. result.Equation.Terms], [],
            data.Draws(data.Layout(), result.Pooled.Runs, CancellationToken.None));
    }

    /// <summary>Gives the values behind a model of who has which role.</summary>
    /// <remarks>As <see cref="Of(LearningSample, LearningFit)"/>.</remarks>
    /// <param name="sample">The sample on which it was estimated.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="result">The model, estimated.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentException">Nothing was estimated.</exception>
    public static EquationValues Of(LearningSample sample, FirmRoles roles, IReadOnlyList<string> terms, RoleDeterminantsResult result)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(result);
        Require.That(result.Pooled is not null, nameof(result), "must have been estimated");
        return Of(
            new LearningVariables(sample), terms, [],
            RoleDeterminants.Draws(sample, roles, terms, [.. result.Firms], result.Pooled!.Runs));
    }

    /// <summary>Gives the values of variables that were taken as observed.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="equation">What names the variables.</param>
    /// <returns>The values; none drawn.</returns>
    /// <exception cref="ArgumentException">The sample does not have a variable.</exception>
    public static EquationValues Of(LearningSample sample, LearningEquation equation)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(equation);
        return Of(new LearningVariables(sample), [equation.Outcome, .. equation.Variables], equation.AlsoKnown, []);
    }

    private static EquationValues Of(
        LearningVariables variables, IReadOnlyList<string> names, IReadOnlyList<string> alsoKnown, IEnumerable<Dictionary<string, double[]>> draws,
        IReadOnlyList<string>? imputed = null)
    {
        string[] measured = [.. names.Distinct(StringComparer.Ordinal).Where(name => variables.ErrorVariancesOf(name) is not null || imputed?.Contains(name) == true)];
        return new EquationValues(
            names.Concat(alsoKnown).Distinct(StringComparer.Ordinal).ToDictionary(name => name, variables.Of, StringComparer.Ordinal),
            measured,
            measured.Length == 0 ? [] : [.. draws.Select(values => measured.ToDictionary(name => name, name => values[name], StringComparer.Ordinal))]);
    }
}
