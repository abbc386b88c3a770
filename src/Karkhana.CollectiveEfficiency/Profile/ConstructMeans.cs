using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The values of constructs by firm, and their weighted means when firms count several times.</summary>
internal sealed class ConstructMeans
{
    private readonly double[][] _values;
    private readonly double[] _weights;

    public ConstructMeans(Survey survey, IReadOnlyList<int> respondents)
    {
        _weights = [.. respondents.Select(respondent => survey.Weights[respondent])];
        List<string> constructs = [];
        List<double[]> values = [];
        foreach (string construct in survey.Items.Select(item => item.Construct).Distinct().Order(StringComparer.Ordinal))
        {
            double[]? all = JointActionChange.IsChange(construct) ? JointActionChange.ChangesOf(survey, construct)
                : AdvantageIds.IsAdvantage(construct) ? ConstructLevels.LevelsOf(survey, construct) : null;
            double[] own = all is null ? [] : [.. respondents.Select(respondent => all[respondent])];
            if (own.Any(value => !double.IsNaN(value)))
            {
                constructs.Add(construct);
                values.Add(own);
            }
        }

        Constructs = constructs;
        _values = [.. values];
    }

    /// <summary>Gets the constructs that at least one firm answered on.</summary>
    public IReadOnlyList<string> Constructs { get; }

    /// <summary>Gets the number of firms.</summary>
    public int Firms => _weights.Length;

    /// <summary>Counts the firms that answered on at least one of some constructs.</summary>
    public int Answered(IReadOnlyList<int> constructs) =>
        Enumerable.Range(0, Firms).Count(firm => constructs.Any(construct => !double.IsNaN(_values[construct][firm])));

    /// <summary>Gives the mean of each construct.</summary>
    /// <param name="times">How often each firm counts.</param>
    public double[] Of(ReadOnlySpan<int> times)
    {
        double[] means = new double[_values.Length];
        for (int construct = 0; construct < means.Length; construct++)
        {
            double total = 0;
            double weight = 0;
            for (int firm = 0; firm < times.Length; firm++)
            {
                double value = _values[construct][firm];
                if (!double.IsNaN(value))
                {
                    double own = times[firm] * _weights[firm];
                    total += own * value;
                    weight += own;
                }
            }

            means[construct] = weight > 0 ? total / weight : double.NaN;
        }

        return means;
    }

    /// <summary>Gives the mean of those that are known.</summary>
    public static double MeanOfKnown(IEnumerable<double> values) => Sums.Mean([.. values.Where(value => !double.IsNaN(value))]);
}
