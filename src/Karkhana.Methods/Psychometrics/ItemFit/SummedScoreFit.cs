using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>S-X² of one item: answers by summed score against what the model expects.</summary>
internal sealed class SummedScoreFit
{
    private readonly ModelledResponses _modelled;
    private readonly int[] _rows;
    private readonly int[] _scores;
    private readonly double _leastExpected;

    public SummedScoreFit(ModelledResponses modelled, double leastExpected)
    {
        _modelled = modelled;
        _leastExpected = leastExpected;
        _rows = modelled.Responses.CompleteRows();
        _scores = [.. _rows.Select(row => Score(modelled.Responses.Row(row)))];
    }

    public int Respondents => _rows.Length;

    /// <summary>Gives the statistic, its degrees of freedom and the least expected count of a cell.</summary>
    public (double Statistic, double Degrees, double LeastExpected) Of(int item)
    {
        int categories = _modelled.Responses.CategoryCount(item);
        (double[] Expected, double[] Observed)[] groups = Joined(Groups(item, categories));
        double statistic = 0;
        double least = double.PositiveInfinity;
        foreach ((double[] expected, double[] observed) in groups)
        {
            for (int c = 0; c < categories; c++)
            {
                double away = observed[c] - expected[c];
                statistic += away == 0 ? 0 : away * away / expected[c];
                least = Math.Min(least, expected[c]);
            }
        }

        double degrees = (groups.Length * (categories - 1.0)) - ItemCurve.FreeParameters(_modelled.Model, categories);
        return groups.Length == 0 ? (double.NaN, degrees, double.NaN) : (statistic, degrees, least);
    }

    private static int Score(ReadOnlySpan<sbyte> categories)
    {
        int score = 0;
        foreach (sbyte category in categories)
        {
            score += category;
        }

        return score;
    }

    // Scores at which every category of the item can occur; groups without respondents carry nothing.
    private List<(double[] Expected, double[] Observed)> Groups(int item, int categories)
    {
        int most = _modelled.Parameters.Thresholds.Sum(steps => steps.Length);
        double[][] observed = [.. Enumerable.Range(0, most + 1).Select(_ => new double[categories])];
        for (int i = 0; i < _rows.Length; i++)
        {
            observed[_scores[i]][_modelled.Responses.Row(_rows[i])[item]]++;
        }

        double[] rest = SummedScoreDistribution.Without(item, _modelled);
        List<(double[] Expected, double[] Observed)> groups = [];
        for (int score = categories - 1; score <= most - categories + 1; score++)
        {
            double size = Sums.Sum(observed[score]);
            if (size > 0)
            {
                groups.Add((Expected(item, score, rest, size, categories), observed[score]));
            }
        }

        return groups;
    }

    private double[] Expected(int item, int score, double[] rest, double size, int categories)
    {
        int nodes = _modelled.Grid.Count;
        double[] expected = new double[categories];
        for (int c = 0; c < categories; c++)
        {
            ReadOnlySpan<double> curve = _modelled.Curve(item, c);
            ReadOnlySpan<double> others = rest.AsSpan((score - c) * nodes, nodes);
            for (int q = 0; q < nodes; q++)
            {
                expected[c] += _modelled.Grid.Weights[q] * curve[q] * others[q];
            }
        }

        double total = Sums.Sum(expected);
        return [.. expected.Select(value => size * value / total)];
    }

    private (double[] Expected, double[] Observed)[] Joined(List<(double[] Expected, double[] Observed)> groups)
    {
        if (_leastExpected == 0)
        {
            return [.. groups];
        }

        List<(double[] Expected, double[] Observed)> joined = [];
        bool open = false;
        foreach ((double[] expected, double[] observed) in groups)
        {
            if (open)
            {
                joined[^1] = Sum(joined[^1], (expected, observed));
            }
            else
            {
                joined.Add((expected, observed));
            }

            open = joined[^1].Expected.Min() < _leastExpected;
        }

        if (open && joined.Count > 1) // what is left at the top goes to the group below
        {
            joined[^2] = Sum(joined[^2], joined[^1]);
            joined.RemoveAt(joined.Count - 1);
        }

        return [.. joined];
    }

    private static (double[] Expected, double[] Observed) Sum(
        (double[] Expected, double[] Observed) left, (double[] Expected, double[] Observed) right) =>
        ([.. left.Expected.Zip(right.Expected, (a, b) => a + b)], [.. left.Observed.Zip(right.Observed, (a, b) => a + b)]);
}
