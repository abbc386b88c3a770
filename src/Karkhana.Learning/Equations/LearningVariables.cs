using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;

namespace Karkhana.Learning;

/// <summary>The variables of a learning sample by name, standardised, with the error variance of the measured ones.</summary>
/// <remarks>Standardised by the observed values of the whole sample, so that all equations and draws share one unit. Variables of
/// zeros and ones stay as they are.</remarks>
internal sealed class LearningVariables
{
    // Below this share of true variance a correction for error multiplies noise more than it mends bias.
    private const double LeastReliability = 0.4;

    private const string OtherAdvantages = "advantages_other_than_";

    private readonly Dictionary<string, double[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _errorVariances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _reliabilities = new(StringComparer.Ordinal);

    public LearningVariables(LearningSample sample)
    {
        Sample = sample;
        _values["clustered"] = [.. sample.Clustered.Select(clustered => clustered ? 1.0 : 0.0)];
        foreach (Exposure exposure in sample.Exposures.Exposures)
        {
            _values[exposure.AdvantageId] = Standard.Scores([.. sample.Firms.Select(firm => exposure.Values[firm])]);
        }

        AddOthers();
        foreach ((string name, double[] values) in sample.Controls.Concat(sample.Variables))
        {
            Require.SameLength(sample.Firms.Count, values.Length, name);
            _values[name] = IsIndicator(values) ? values : Standard.Scores(values);
        }

        foreach (Score score in sample.Scores.Scores)
        {
            Add(score);
        }
    }

    public LearningSample Sample { get; }

    /// <summary>Gets the scores whose reliability in the sample is below 0.4: they enter as observed, which shrinks their slopes.</summary>
    public SortedSet<string> MeasuredRoughly { get; } = new(StringComparer.Ordinal);

    /// <summary>Gives the term that holds the other advantages equal by their mean; none where there are no others.</summary>
    public string[] OthersOf(string advantage) => HasValues(Others(advantage)) ? [Others(advantage)] : [];

    public bool Knows(string name) => _values.ContainsKey(name);

    /// <summary>Whether some firm's value of the variable is known; a constant score has none.</summary>
    public bool HasValues(string name) => _values.TryGetValue(name, out double[]? values) && values.Any(value => !double.IsNaN(value));

    public double[] Of(string name) => _values.TryGetValue(name, out double[]? values)
        ? values
        : throw new ArgumentException($"The learning sample has no variable \"{name}\"; it has {string.Join(", ", _values.Keys.Where(known => !known.StartsWith(OtherAdvantages, StringComparison.Ordinal)).Order(StringComparer.Ordinal))}.", nameof(name));

    /// <summary>Gives the error variance of each firm's score in the unit of the standardised score; null for a variable that is
    /// taken as it is.</summary>
    public double[]? ErrorVariancesOf(string name) => _errorVariances.GetValueOrDefault(name);

    /// <summary>Gives the share of a score's variance in the sample that is not error, which is below 0 where more error is stated than the
    /// score varies; 1 for a variable that is taken as it is.</summary>
    public double ReliabilityOf(string name) => _reliabilities.GetValueOrDefault(name, 1);

    private static string Others(string advantage) => OtherAdvantages + advantage;

    // The mean over those that are known, so that no firm is lost; firms of which nothing else is known stand at the middle.
    private void AddOthers()
    {
        string[] advantages = [.. Sample.Exposures.Exposures.Select(exposure => exposure.AdvantageId)];
        foreach (string advantage in advantages)
        {
            double[][] others = [.. advantages.Where(other => other != advantage).Select(Of)];
            _values[Others(advantage)] = Standard.Scores([.. Enumerable.Range(0, Sample.Firms.Count).Select(firm =>
            {
                double[] known = [.. others.Select(values => values[firm]).Where(value => !double.IsNaN(value))];
                return known.Length == 0 ? 0 : Sums.Mean(known);
            })]);
        }
    }

    private void Add(Score score)
    {
        double[] observed = [.. Sample.Firms.Select(firm => score.Values[firm])];
        _values[score.Construct] = Standard.Scores(observed);
        double variance = Sums.Variance([.. observed.Where(value => !double.IsNaN(value))]);
        if (score.StandardErrors.Count == 0 || !(variance > 0))
        {
            return;
        }

        double[] errors = [.. Sample.Firms.Select(firm => score.StandardErrors[firm] is double error && !double.IsNaN(error)
            ? error * error / variance
            : 0)];
        double[] known = [.. errors.Where((_, row) => !double.IsNaN(observed[row]))];
        double reliability = 1 - Sums.Mean(known);
        _reliabilities[score.Construct] = reliability;
        if (reliability < LeastReliability)
        {
            MeasuredRoughly.Add(score.Construct);
        }
        else if (errors.Any(error => error > 0))
        {
            _errorVariances[score.Construct] = errors;
        }
    }

    private static bool IsIndicator(double[] values) => values.All(value => double.IsNaN(value) || value is 0 or 1);
}
