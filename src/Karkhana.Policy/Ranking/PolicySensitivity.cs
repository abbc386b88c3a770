using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>How far the gain of a policy hangs on each parameter of the model.</summary>
public static class PolicySensitivity
{
    private const int Resamples = 500;

    /// <summary>Correlates the gain with the parameters over draws.</summary>
    /// <remarks>
    /// Spearman's correlation between a parameter and the mean gain of the draw, with percentiles of bootstrap samples of draws. Monotone
    /// association alone: a parameter that matters only together with others can show none. Cost: that of regression sensitivity.
    /// Source: framework 5.11; Saltelli and Marivoet 1990, doi:10.1016/0951-8320(90)90065-U. Agrees with: experiments.regression-sensitivity.
    /// </remarks>
    /// <param name="scenarios">The runs.</param>
    /// <param name="policy">The id of the policy.</param>
    /// <param name="options">The outcome that is to rise.</param>
    /// <param name="execution">Workers of the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The sensitivities; null when there are not two draws more than parameters that vary.</returns>
    public static RegressionSensitivityResult? Estimate(
        ComparedScenarios scenarios,
        string policy,
        PolicyComparisonOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        RunMoments moments = new(scenarios.ParameterDraws, scenarios.Replicates);
        RunValues values = new(scenarios, options ?? new PolicyComparisonOptions());
        Table inputs = Inputs(scenarios, moments);
        if (inputs.Columns.Count == 0 || moments.Units < inputs.Columns.Count + 2)
        {
            return null;
        }

        double[] gains = moments.UnitMeans([.. values.Gain(scenarios.Find(policy)).Select(gain => gain / values.Spread)]);
        return RegressionSensitivity.Estimate(
            new ModelRuns([.. inputs.Columns.Select(column => column.Name)], [.. inputs.Columns.Select(column => inputs.Numbers(column.Name))], gains),
            new RegressionSensitivityOptions { Method = RegressionSensitivityMethod.Spearman, Resamples = Resamples }, execution, cancellationToken);
    }

    /// <summary>Gives the parameters that vary, a row per independent unit of the runs; no column where units are not draws.</summary>
    internal static Table Inputs(ComparedScenarios scenarios, RunMoments moments)
    {
        IReadOnlyList<int> draws = moments.DrawOfUnit;
        return Table.Of("parameters", [.. scenarios.Parameters
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Where(parameter => draws.Any(draw => parameter.Value[draw] != parameter.Value[draws[0]]))
            .Select(parameter => Column.Of(parameter.Key, draws.Select(draw => parameter.Value[draw])))]);
    }
}
