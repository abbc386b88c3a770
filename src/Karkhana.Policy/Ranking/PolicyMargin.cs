using Karkhana.Core.Kernels;

namespace Karkhana.Policy;

/// <summary>By how much one policy is better than another, run by run.</summary>
internal sealed class PolicyMargin
{
    private const int LeastDraws = 8;
    private const double LeastAssociation = 1e-12;

    private readonly ComparedScenarios _scenarios;
    private readonly PolicyEffect _first;
    private readonly PolicyEffect _second;

    public PolicyMargin(ComparedScenarios scenarios, RunValues values, PolicyEffect first, PolicyEffect second)
    {
        (_scenarios, _first, _second) = (scenarios, first, second);
        double[] front = Worth(values, first);
        double[] behind = IsFirstFree ? new double[front.Length] : Worth(values, second);
        ByRun = [.. front.Zip(behind, (left, right) => left - right)];
    }

    /// <summary>Gets units of gain per money of the first less those of the second; units of gain of a first that costs nothing, since
    /// the second gives nothing for nothing; gains where that cannot be said.</summary>
    public double[] ByRun { get; }

    // Mean costs: what a policy costs hardly varies between runs, and a ratio run by run would weigh chance in the cost.
    private bool IsPriced => _first.CostPerGain.State == CostPerGainState.Defined && _second.CostPerGain is { State: CostPerGainState.Defined, Cost: > 0 };

    private bool IsFirstFree => IsPriced && _first.CostPerGain.Cost == 0;

    public RankingReversal Reversal()
    {
        (double[] margins, int[] draws) = ByDraw();
        (string? parameter, double association) = MostAssociated(margins, draws);
        double factor = IsPriced && !IsFirstFree ? _second.CostPerGain.Estimate / _first.CostPerGain.Estimate : double.NaN;
        return new RankingReversal
        {
            First = _first.Scenario,
            Second = _second.Scenario,
            BreakEvenCost = IsFirstFree ? _first.CostPerGain.Units * _second.CostPerGain.Cost / _second.CostPerGain.Units : _first.CostPerGain.Cost * factor,
            BreakEvenGain = IsFirstFree ? 0 : _first.Gain / factor,
            DrawsReversed = margins.Count(margin => margin < 0),
            Draws = margins.Length,
            Parameter = parameter,
            Association = association,
        };
    }

    private double[] Worth(RunValues values, PolicyEffect effect)
    {
        double[] gain = values.Gain(_scenarios.Find(effect.Scenario));
        return IsFirstFree ? values.Units(gain) : IsPriced ? [.. values.Units(gain).Select(units => units / effect.CostPerGain.Cost)] : gain;
    }

    private (double[] Margins, int[] Draws) ByDraw()
    {
        if (_scenarios.ParameterDraws.Count == 0)
        {
            return (ByRun, []);
        }

        int[] draws = [.. _scenarios.ParameterDraws.Distinct().Order()];
        return ([.. draws.Select(draw => Sums.Mean([.. ByRun.Where((_, run) => _scenarios.ParameterDraws[run] == draw)]))], draws);
    }

    private (string? Parameter, double Association) MostAssociated(double[] margins, int[] draws)
    {
        (string?, double) most = (null, double.NaN);
        double greatest = LeastAssociation;
        foreach ((string name, IReadOnlyList<double> values) in _scenarios.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            double association = draws.Length < LeastDraws
                ? double.NaN
                : RankCorrelation.Spearman([.. draws.Select(draw => values[draw])], margins);
            if (Math.Abs(association) > greatest)
            {
                (most, greatest) = ((name, association), Math.Abs(association));
            }
        }

        return most;
    }
}
