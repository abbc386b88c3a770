using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>A regression sample in which lags over neighbours or peers are columns, for two-stage least squares.</summary>
/// <remarks>Categorical terms are written out as levels before they are lagged; the constant is not lagged.</remarks>
internal sealed class LaggedSample
{
    private readonly DesignMatrix _design;
    private readonly List<Column> _columns;
    private readonly string _outcome;
    private readonly string _lag;

    private LaggedSample(DesignMatrix design, string outcome, string lag) =>
        (_design, _columns, _outcome, _lag) = (design, [], outcome, lag);

    /// <summary>Gets the terms without the constant.</summary>
    public IReadOnlyList<string> Terms { get; private init; } = [];

    /// <summary>Gets the terms lagged once.</summary>
    public IReadOnlyList<string> LaggedTerms { get; private init; } = [];

    /// <summary>Gets the terms lagged twice; empty when they were not asked for.</summary>
    public IReadOnlyList<string> TwiceLaggedTerms { get; private init; } = [];

    /// <summary>Makes the columns.</summary>
    /// <param name="design">Terms and outcome.</param>
    /// <param name="lagged">The product with W or G.</param>
    /// <param name="lagName">The name of the lagged outcome.</param>
    /// <param name="once">The name of a lagged term.</param>
    /// <param name="twice">The name of a term that is lagged twice.</param>
    /// <param name="withTwice">Whether terms are lagged twice.</param>
    public static LaggedSample Of(
        DesignMatrix design, Func<double[], double[]> lagged, string lagName, Func<string, string> once, Func<string, string> twice, bool withTwice)
    {
        int[] used = [.. Enumerable.Range(0, design.Terms.Length).Where(term => design.TermOf[term] >= 0)];
        string[] terms = [.. used.Select(term => design.Terms[term])];
        LaggedSample sample = new(design, "outcome of the model", lagName)
        {
            Terms = terms,
            LaggedTerms = [.. terms.Select(once)],
            TwiceLaggedTerms = withTwice ? [.. terms.Select(twice)] : [],
        };
        sample.Add(sample._outcome, design.Outcome);
        sample.Add(lagName, lagged(design.Outcome));
        foreach (int term in used)
        {
            double[] lag = lagged(design.Columns[term]);
            sample.Add(design.Terms[term], design.Columns[term]);
            sample.Add(once(design.Terms[term]), lag);
            if (withTwice)
            {
                sample.Add(twice(design.Terms[term]), lagged(lag));
            }
        }

        return sample;
    }

    /// <summary>Adds a column.</summary>
    public void Add(string name, double[] values) => _columns.Add(Column.Of(name, values));

    /// <summary>Gives the sample, with the clusters of its rows.</summary>
    /// <param name="sample">The sample that the rows are from.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="absorbed">The group of each used row, for groups whose effects are taken out; or none.</param>
    public RegressionSample ToSample(RegressionSample sample, int[] rows, IReadOnlyList<Grouping> absorbed) => new(Table.Of("sample", [.. _columns]))
    {
        Clusters = [.. sample.Clusters.Select(codes => (IReadOnlyList<string>)[.. rows.Select(row => codes[row])])],
        Absorb = absorbed,
    };

    /// <summary>Gives the model in which the lagged outcome is endogenous.</summary>
    /// <param name="exogenous">Exogenous regressors beside the terms.</param>
    /// <param name="instruments">The instruments.</param>
    public TwoStageSpecification Model(IReadOnlyList<string> exogenous, IReadOnlyList<string> instruments) => new()
    {
        Outcome = _outcome,
        Exogenous = [.. Terms, .. exogenous],
        Endogenous = [_lag],
        Instruments = instruments,
        Intercept = _design.HasIntercept,
    };
}
