using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>By how much the logarithms of cost, incentive and effectiveness go with the channel indices: what a model of the
/// cluster takes from the answers on improvement projects.</summary>
public static class ChannelScales
{
    /// <summary>The scale of the cost channel: ln days falls by it for a cost index of 1.</summary>
    public const string Cost = "cost";

    /// <summary>The scale of the incentive channel.</summary>
    public const string Incentive = "incentive";

    /// <summary>The scale of the effectiveness channel.</summary>
    public const string Effectiveness = "effectiveness";

    /// <summary>By how much ln effectiveness goes with absorptive capacity.</summary>
    public const string Absorption = "absorption";

    private const int LeastFirms = 40;
    private const string Size = "log_workers";
    private const string Rivalry = "rivalry";
    private const string RivalrySquared = "rivalry_squared";

    /// <summary>Estimates the scales together.</summary>
    /// <remarks>
    /// Three equations on the same firms (framework 5.5): ln M1 = a − η_C·C + b·ln L; ln M5 = a + η_I·I + b1·r + b2·r² + b·ln L; ln M8 = a + η_P·P +
    /// η_γ·γ + b·ln L, with C, I, P the channel indices from −1 to 1 and r the exposure to rivalry, which the model takes with its square and not in I, as seemingly unrelated regressions, so that the estimates carry
    /// one covariance. M1 days of the last improvement, M5 expected gain, M8 chance of success. Associations after adjusting for size, not effects; projects of
    /// different firms differ, which adds noise to M1. Money for effort (η_R) has no such answer and stays an assumption.
    /// Cost: firms. Source: framework 3.5 M1a to M1c; Zellner 1962, doi:10.1080/01621459.1962.10480664. Agrees with: econometrics.equation-system.
    /// </remarks>
    /// <param name="survey">The survey, with M1, M5 and M8.</param>
    /// <param name="channels">The channel indices of all firms of the register; rivalry left out of the incentive index where it is given.</param>
    /// <param name="rivalry">The exposure to rivalry of all firms of the register; empty when it enters through the index.</param>
    /// <param name="absorptiveCapacity">γ of all firms of the register, on the scale that the model uses.</param>
    /// <param name="workers">Workers of all firms of the register; empty when not known.</param>
    /// <returns>The estimates, or null if fewer than forty firms have all answers or a regressor does not vary.</returns>
    public static ChannelScalesResult? Estimate(
        Survey survey, ChannelIndicesResult channels, IReadOnlyList<double> rivalry, IReadOnlyList<double> absorptiveCapacity, IReadOnlyList<double> workers)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(rivalry);
        ArgumentNullException.ThrowIfNull(absorptiveCapacity);
        ArgumentNullException.ThrowIfNull(workers);
        if (Logs(survey, "M1") is not { } days || Logs(survey, "M5") is not { } gain || Logs(survey, "M8") is not { } chance)
        {
            return null;
        }

        Dictionary<string, double[]> columns = new(StringComparer.Ordinal)
        {
            ["days"] = days,
            ["gain"] = gain,
            ["chance"] = chance,
            [Cost] = Of(survey, channels.Of(LearningChannel.CostOfEffort)),
            [Incentive] = Of(survey, channels.Of(LearningChannel.IncentiveForEffort)),
            [Effectiveness] = Of(survey, channels.Of(LearningChannel.EffectivenessOfEffort)),
            [Absorption] = Of(survey, absorptiveCapacity),
        };
        if (workers.Count > 0)
        {
            columns[Size] = [.. Of(survey, workers).Select(value => value >= 1 ? Math.Log(value) : double.NaN)];
        }

        if (rivalry.Count > 0)
        {
            columns[Rivalry] = Of(survey, rivalry);
            columns[RivalrySquared] = [.. columns[Rivalry].Select(value => value * value)];
        }

        int[] rows = [.. Enumerable.Range(0, survey.Respondents).Where(row => columns.Values.All(column => double.IsFinite(column[row])))];
        if (rows.Length < LeastFirms || columns.Any(column => column.Key != Size && Spread(column.Value, rows) == 0))
        {
            return null;
        }

        EquationSystemResult fit = EquationSystem.Estimate(
            new RegressionSample(Table.Of(
                "sample", [.. columns.Select(column => Column.Of(column.Key, rows.Select(row => column.Value[row])))])),
            new EquationSystemOptions { Method = SystemMethod.SeeminglyUnrelated, Equations = Equations(columns) });
        return ResultOf(fit, rows.Length);
    }

    private static SystemEquation[] Equations(Dictionary<string, double[]> columns)
    {
        string[] size = [.. columns.Keys.Where(name => name == Size)];
        string[] rivalry = [.. columns.Keys.Where(name => name is Rivalry or RivalrySquared)];
        return
        [
            new SystemEquation { Name = "days", Outcome = "days", Terms = [Cost, .. size] },
            new SystemEquation { Name = "gain", Outcome = "gain", Terms = [Incentive, .. rivalry, .. size] },
            new SystemEquation { Name = "chance", Outcome = "chance", Terms = [Effectiveness, Absorption, .. size] },
        ];
    }

    private static ChannelScalesResult ResultOf(EquationSystemResult fit, int firms)
    {
        string[] terms = [$"days:{Cost}", $"gain:{Incentive}", $"chance:{Effectiveness}", $"chance:{Absorption}"];
        int[] positions = [.. terms.Select(fit.Coefficients.Find)];
        Require.That(positions.All(position => position >= 0), nameof(fit), "must hold every scale");
        double[] signs = [-1, 1, 1, 1];
        int width = fit.Coefficients.Terms.Count;
        double[,] covariance = new double[terms.Length, terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            for (int j = 0; j < terms.Length; j++)
            {
                covariance[i, j] = signs[i] * signs[j] * fit.Covariance[(positions[i] * width) + positions[j]];
            }
        }

        return new ChannelScalesResult
        {
            Terms = [Cost, Incentive, Effectiveness, Absorption],
            Estimates = [.. positions.Select((position, i) => signs[i] * fit.Coefficients.Estimates[position])],
            Covariance = covariance,
            Firms = firms,
            Notes = fit.Notes,
            Provenance = new Provenance("learning.channel-scales", "seemingly unrelated regressions", "framework 5.5, 3.5 M1a to M1c"),
        };
    }

    private static double[]? Logs(Survey survey, string item) => survey.AnswersTo(item) is { } answers
        ? [.. answers.Select(answer => answer > 0 ? Math.Log(answer) : double.NaN)]
        : null;

    private static double[] Of(Survey survey, IReadOnlyList<double> register) => [.. survey.Firms.Select(firm => register[firm])];

    private static double Spread(double[] values, int[] rows) => Sums.Variance([.. rows.Select(row => values[row])]);
}
