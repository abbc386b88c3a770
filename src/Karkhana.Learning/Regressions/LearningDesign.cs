using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The standardised columns of a learning sample, and regressions on them over plausible values.</summary>
internal sealed class LearningDesign
{
    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);

    public LearningDesign(LearningSample sample, bool byPlace)
    {
        Sample = sample;
        ByPlace = byPlace;
        _columns["clustered"] = [.. sample.Clustered.Select(clustered => clustered ? 1.0 : 0.0)];
        foreach (Exposure exposure in sample.Exposures.Exposures)
        {
            _columns[exposure.AdvantageId] = Standardise([.. sample.Firms.Select(firm => exposure.Values[firm])]);
        }

        List<string> controls = [];
        if (sample.Scores.Find("absorptive_capacity") is { } capacity)
        {
            _columns["absorptive_capacity"] = Standardise([.. sample.Firms.Select(firm => capacity.Values[firm])]);
            controls.Add("absorptive_capacity");
        }

        foreach ((string name, double[] values) in sample.Controls)
        {
            _columns[name] = Standardise(values);
            controls.Add(name);
        }

        ControlNames = [.. controls.Where(name => _columns[name].Any(value => !double.IsNaN(value)))];
    }

    public LearningSample Sample { get; }

    public bool ByPlace { get; }

    public IReadOnlyList<string> ControlNames { get; }

    /// <summary>Gets the terms that are known in too few places to let errors be correlated within them.</summary>
    public SortedSet<string> KnownInFewPlaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Regresses the outcome on the terms, once per plausible value; null when too few firms are complete.</summary>
    public (CoefficientTable Table, int Firms)? Fit(Score outcome, IReadOnlyList<string> terms, IReadOnlyList<Score> scored)
    {
        int draws = Math.Max(1, outcome.PlausibleValues.Count);
        List<CoefficientTable> runs = [];
        int firms = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            List<Column> columns = [Column.Of("outcome", Draw(outcome, draw))];
            columns.AddRange(terms.Select(term => Column.Of(
                term, scored.FirstOrDefault(score => score.Construct == term) is { } score ? Draw(score, draw) : _columns[term])));
            Table table = Table.Of("learning", columns);
            int[] complete = [.. Enumerable.Range(0, table.RowCount).Where(row => columns.TrueForAll(column => column[row] is not null))];
            firms = complete.Length;
            if (firms < terms.Count + 10 || !Varies(table, terms[0]))
            {
                return null;
            }

            bool byPlace = ByPlace && complete.Select(row => Sample.Places[row]).Distinct().Count() >= LearningRegressions.LeastPlaces;
            if (ByPlace && !byPlace)
            {
                KnownInFewPlaces.Add(terms[0]);
            }

            runs.Add(Run(table, terms, byPlace));
        }

        return (RubinRules.Estimate(runs), firms);
    }

    private CoefficientTable Run(Table table, IReadOnlyList<string> terms, bool byPlace)
    {
        ModelSpecification model = new() { Outcome = "outcome", Terms = terms };
        RegressionSample sample = new(table) { Clusters = [Sample.Places] };
        return byPlace
            ? ClusterRobustRegression.Estimate(sample, new ClusterRobustRegressionOptions { Model = model, Correction = ClusterCorrection.Cr2 }).Coefficients
            : OrdinaryLeastSquares.Estimate(sample, new OrdinaryLeastSquaresOptions { Model = model, Covariance = CovarianceEstimator.Hc3 }).Coefficients;
    }

    // Standardised by the observed score, so that all draws and the reader share one unit.
    private double[] Draw(Score score, int draw)
    {
        IReadOnlyList<double> values = score.PlausibleValues.Count > 0 ? score.PlausibleValues[draw] : score.Values;
        double[] observed = [.. Sample.Firms.Select(firm => score.Values[firm]).Where(value => !double.IsNaN(value))];
        double mean = Sums.Mean(observed);
        double spread = Math.Sqrt(Sums.Variance(observed));
        return [.. Sample.Firms.Select(firm => (values[firm] - mean) / spread)];
    }

    private static bool Varies(Table table, string term) =>
        table.Numbers(term).Where(value => !double.IsNaN(value)).Distinct().Take(2).Count() == 2;

    private static double[] Standardise(double[] values)
    {
        double[] known = [.. values.Where(value => !double.IsNaN(value))];
        double mean = Sums.Mean(known);
        double spread = Math.Sqrt(Sums.Variance(known));
        return spread > 0 ? [.. values.Select(value => (value - mean) / spread)] : [.. values.Select(_ => double.NaN)];
    }
}
