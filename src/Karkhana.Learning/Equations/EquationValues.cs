using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>The values on which an equation was estimated, so that others can estimate it again.</summary>
/// <param name="Observed">The variables of the whole sample by name, as the equations take them: standardised, 0/1 variables as they are;
/// NaN when missing.</param>
/// <param name="Measured">The variables that are measured with error.</param>
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
        string[] names = [.. equation.Variables.Prepend(equation.Outcome).Concat(equation.AlsoKnown).Distinct()];
        string[] measured = [.. equation.Variables.Prepend(equation.Outcome).Distinct().Where(name => variables.ErrorVariancesOf(name) is not null)];
        TrueScores scores = new(variables, equation, [.. fit.Firms]);
        int draws = scores.AreKnown ? 0 : fit.Pooled.Runs;
        return new EquationValues(
            names.ToDictionary(name => name, variables.Of, StringComparer.Ordinal),
            measured,
            [.. Enumerable.Range(0, draws).Select(draw =>
            {
                Dictionary<string, double[]> values = scores.Draw(draw);
                return measured.ToDictionary(name => name, name => values[name], StringComparer.Ordinal);
            })]);
    }
}
