using Karkhana.Core.Inference;

namespace Karkhana.Methods.Experiments;

/// <summary>The criteria of all options when each scenario counts so often.</summary>
internal sealed class OptionCriteria
{
    private readonly IReadOnlyList<double[]> _values;
    private readonly double[][] _regrets;
    private readonly int[][] _regretOrders;
    private readonly RobustChoiceOptions _options;
    private readonly double _sign;
    private readonly bool _positive;

    public OptionCriteria(IReadOnlyList<double[]> values, RobustChoiceOptions options)
    {
        (_values, _options) = (values, options);
        _sign = options.Better == OutcomeDirection.Greater ? 1 : -1;
        _positive = values.All(own => own.All(value => value >= 0));
        double[] best = [.. Enumerable.Range(0, values[0].Length).Select(scenario => values.Max(own => _sign * own[scenario]))];
        _regrets = [.. values.Select(own => own.Select((value, scenario) => best[scenario] - (_sign * value)).ToArray())];
        _regretOrders = [.. _regrets.Select(own => Enumerable.Range(0, own.Length).OrderBy(scenario => own[scenario]).ToArray())];
    }

    /// <summary>Gets the criteria in their order.</summary>
    public static RobustnessCriterion[] All { get; } = Enum.GetValues<RobustnessCriterion>();

    /// <summary>Gives by option, then by criterion, the values.</summary>
    public double[] Of(int[] counts)
    {
        double[] all = new double[_values.Count * All.Length];
        for (int option = 0; option < _values.Count; option++)
        {
            Of(option, counts).CopyTo(all, option * All.Length);
        }

        return all;
    }

    /// <summary>Gives 1 where a greater value of the criterion is better, −1 where a smaller one is.</summary>
    public double Direction(RobustnessCriterion criterion) => criterion switch
    {
        RobustnessCriterion.WorstRegret or RobustnessCriterion.RegretQuantile or RobustnessCriterion.MeanRegret => -1,
        RobustnessCriterion.Satisficing => 1,
        _ => _sign,
    };

    /// <summary>Gives the share of the credit that each option has for being the best; equals share it, and none is 0 where no value is
    /// defined.</summary>
    public double[] Best(ReadOnlySpan<double> values, int criterion)
    {
        int options = _values.Count;
        double direction = Direction(All[criterion]);
        double best = double.NegativeInfinity;
        int equal = 0;
        for (int option = 0; option < options; option++)
        {
            double own = direction * values[(option * All.Length) + criterion];
            equal = own > best ? 1 : own == best ? equal + 1 : equal;
            best = own > best ? own : best;
        }

        double[] credit = new double[options];
        for (int option = 0; option < options; option++)
        {
            credit[option] = equal > 0 && direction * values[(option * All.Length) + criterion] == best ? 1.0 / equal : 0;
        }

        return credit;
    }

    private double[] Of(int option, int[] counts)
    {
        double[] values = _values[option];
        (double low, double high, double sum, double met, double regret, int n) = (double.PositiveInfinity, double.NegativeInfinity, 0, 0, 0, 0);
        for (int scenario = 0; scenario < counts.Length; scenario++)
        {
            if (counts[scenario] > 0)
            {
                double utility = _sign * values[scenario];
                (low, high) = (Math.Min(low, utility), Math.Max(high, utility));
                sum += counts[scenario] * values[scenario];
                regret += counts[scenario] * _regrets[option][scenario];
                met += utility >= _sign * _options.Threshold ? counts[scenario] : 0;
                n += counts[scenario];
            }
        }

        double mean = sum / n;
        double variance = Variance(values, counts, mean, n);
        double sd = Math.Sqrt(variance);
        return
        [
            RegretAt(option, counts, n, 1),
            RegretAt(option, counts, n, _options.RegretQuantile),
            regret / n,
            _sign * low,
            _sign * high,
            _sign * ((_options.Optimism * high) + ((1 - _options.Optimism) * low)),
            mean,
            _options.Threshold is null ? double.NaN : met / n,
            !_positive ? double.NaN : _sign > 0 ? mean / sd : mean * sd,
            mean - (_sign * _options.RiskAversion / 2 * variance),
        ];
    }

    private static double Variance(double[] values, int[] counts, double mean, int n)
    {
        double squares = 0;
        for (int scenario = 0; scenario < counts.Length; scenario++)
        {
            double distance = values[scenario] - mean;
            squares += counts[scenario] * distance * distance;
        }

        return squares / (n - 1);
    }

    /// <summary>Gives the quantile of type 7 of the regrets, each counted so often.</summary>
    private double RegretAt(int option, int[] counts, int n, double probability)
    {
        double position = (n - 1) * probability;
        int below = (int)position;
        Span<double> neighbours = [double.NaN, double.NaN];
        int passed = 0;
        foreach (int scenario in _regretOrders[option])
        {
            int next = passed + counts[scenario];
            for (int k = 0; k < neighbours.Length; k++)
            {
                int place = Math.Min(below + k, n - 1);
                if (place >= passed && place < next)
                {
                    neighbours[k] = _regrets[option][scenario];
                }
            }

            passed = next;
        }

        return Quantiles.Type7(neighbours, position - below);
    }
}
