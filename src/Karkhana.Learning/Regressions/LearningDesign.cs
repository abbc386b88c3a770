using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The standardised columns of a learning sample, and regressions on them over draws of the true scores.</summary>
internal sealed class LearningDesign
{
    private const string Mediator = "effort";
    private const int Draws = 20;
    private const int Cycles = 3;

    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);

    public LearningDesign(LearningSample sample, bool byPlace)
    {
        Sample = sample;
        ByPlace = byPlace;
        _columns["clustered"] = [.. sample.Clustered.Select(clustered => clustered ? 1.0 : 0.0)];
        foreach (Exposure exposure in sample.Exposures.Exposures)
        {
            _columns[exposure.AdvantageId] = Standard.Scores([.. sample.Firms.Select(firm => exposure.Values[firm])]);
        }

        List<string> controls = [];
        if (sample.Scores.Find("absorptive_capacity") is { } capacity)
        {
            _columns["absorptive_capacity"] = Standard.Scores([.. sample.Firms.Select(firm => capacity.Values[firm])]);
            controls.Add("absorptive_capacity");
        }

        foreach ((string name, double[] values) in sample.Controls)
        {
            _columns[name] = Standard.Scores(values);
            controls.Add(name);
        }

        ControlNames = [.. controls.Where(name => _columns[name].Any(value => !double.IsNaN(value)))];
    }

    public LearningSample Sample { get; }

    public bool ByPlace { get; }

    public IReadOnlyList<string> ControlNames { get; }

    /// <summary>Gets the term clustered where the sample has both clustered and dispersed firms, else none.</summary>
    public IReadOnlyList<string> StatusTerm => Sample.Clustered.Distinct().Count() == 2 ? ["clustered"] : [];

    /// <summary>Gets the terms that are known in too few places to let errors be correlated within them.</summary>
    public SortedSet<string> KnownInFewPlaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Regresses the outcome on the terms, once per draw of the true scores; null when too few firms are
    /// complete.</summary>
    /// <remarks>Firms that lack one of <paramref name="alsoKnown"/> are left out too, so that models can be compared on the
    /// same firms. Scores without a standard error enter as they are, in one run.</remarks>
    public (CoefficientTable Table, int Firms)? Fit(
        Score outcome, IReadOnlyList<string> terms, Score? mediator = null, IReadOnlyList<string>? alsoKnown = null)
    {
        double[] observed = [.. Observed(outcome).Select((value, firm) =>
            (alsoKnown ?? []).Any(name => double.IsNaN(_columns[name][firm])) ? double.NaN : value)];
        double[]? between = mediator is null ? null : Observed(mediator);
        Table table = TableOf(observed, between, terms);
        int[] complete = [.. Enumerable.Range(0, table.RowCount).Where(
            row => table.Columns.All(column => column[row] is not null))];
        if (complete.Length < terms.Count + 10 || !Varies(table, complete, terms[0]))
        {
            return null;
        }

        bool byPlace = ByPlace
            && complete.Select(row => Sample.Places[row]).Distinct().Count() >= LearningRegressions.LeastPlaces;
        if (ByPlace && !byPlace)
        {
            KnownInFewPlaces.Add(terms[0]);
        }

        bool certain = ErrorVariances(outcome).All(error => error == 0)
            && (mediator is null || ErrorVariances(mediator).All(error => error == 0));
        CoefficientTable[] runs = certain
            ? [Run(table, terms, byPlace)]
            : [.. Enumerable.Range(0, Draws).Select(
                draw => Run(Drawn(outcome, mediator, observed, between, terms, draw), terms, byPlace))];
        return (RubinRules.Estimate(runs), complete.Length);
    }

    // The true mediator given the outcome and the other terms, then the true outcome given the mediator and the terms, a few
    // times over: each is drawn from its distribution given what the model holds.
    private Table Drawn(
        Score outcome, Score? mediator, double[] observed, double[]? between, IReadOnlyList<string> terms, int draw)
    {
        RandomStream stream = new(Sample.Seed, RandomPurpose.TrueScores, draw, Address(outcome, terms));
        double[] trueOutcome = observed;
        double[]? trueMediator = between;
        for (int cycle = 0; cycle < (mediator is null ? 1 : Cycles); cycle++)
        {
            if (mediator is not null)
            {
                Table current = TableOf(trueOutcome, between, terms);
                trueMediator = LatentRegression.Estimate(
                    new RegressionSample(current),
                    new ModelSpecification
                    {
                        Outcome = mediator.Construct,
                        Terms = ["outcome", .. terms.Where(
                        term => term != mediator.Construct)]
                    },
                    ErrorVariances(mediator),
                    stream);
            }

            trueOutcome = LatentRegression.Estimate(
                new RegressionSample(TableOf(observed, trueMediator, terms)),
                new ModelSpecification { Outcome = "outcome", Terms = terms },
                ErrorVariances(outcome),
                stream);
        }

        return TableOf(trueOutcome, trueMediator, terms);
    }

    // By what is regressed on what (FNV-1a), so that a new advantage or model moves no other draw.
    private static int Address(Score outcome, IReadOnlyList<string> terms)
    {
        uint hash = 2166136261;
        foreach (char letter in $"{outcome.Construct} ~ {string.Join(" + ", terms)}")
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash & int.MaxValue);
    }

    private Table TableOf(double[] outcome, double[]? mediator, IReadOnlyList<string> terms) => Table.Of(
        "learning",
        [
            Column.Of("outcome", outcome),
            .. terms.Select(
                term => Column.Of(term, term == Mediator && mediator is not null ? mediator : _columns[term])),
        ]);

    private CoefficientTable Run(Table table, IReadOnlyList<string> terms, bool byPlace)
    {
        ModelSpecification model = new() { Outcome = "outcome", Terms = terms };
        RegressionSample sample = new(table) { Clusters = [Sample.Places] };
        return byPlace
            ? ClusterRobustRegression.Estimate(
                sample,
                new ClusterRobustRegressionOptions { Model = model, Correction = ClusterCorrection.Cr2 }).Coefficients
            : OrdinaryLeastSquares.Estimate(
                sample,
                new OrdinaryLeastSquaresOptions { Model = model, Covariance = CovarianceEstimator.Hc3 }).Coefficients;
    }

    // Standardised by the observed score, so that all draws and the reader share one unit.
    private double[] Observed(Score score) => Standard.Scores([.. Sample.Firms.Select(firm => score.Values[firm])]);

    private double[] ErrorVariances(Score score)
    {
        double[] known = [.. Sample.Firms.Select(firm => score.Values[firm]).Where(value => !double.IsNaN(value))];
        double variance = Sums.Variance(known);
        return [.. Sample.Firms.Select(firm => score.StandardErrors.Count == 0 || double.IsNaN(score.StandardErrors[firm])
            ? 0
            : score.StandardErrors[firm] * score.StandardErrors[firm] / variance)];
    }

    private static bool Varies(Table table, int[] rows, string term) =>
        rows.Select(row => table.Numbers(term)[row]).Distinct().Take(2).Count() == 2;
}
