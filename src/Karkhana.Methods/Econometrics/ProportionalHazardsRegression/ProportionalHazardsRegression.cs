using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Cox proportional hazards regression.</summary>
public static class ProportionalHazardsRegression
{
    internal const string Source =
        "Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977, doi:10.1080/01621459.1977.10480613; Lin & Wei 1989, doi:10.1080/01621459.1989.10478874; Grambsch & Therneau 1994, doi:10.1093/biomet/81.3.515";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// Hazard h₀(t)·exp(x'b), h₀ free (in each stratum by itself), by the partial likelihood with Efron's or Breslow's
    /// treatment of ties and the observed information. cluster: (Σ V)⁻¹[Σ_g L_g L_g'](Σ V)⁻¹ with the score residuals of a
    /// cluster added up, no factor; without a cluster column every subject is its own. Concordance is Harrell's C. The
    /// proportionality test is the score test against x·g(t). Where the event always came to the subject with the greatest
    /// x'd at risk, no finite estimate is the best: the terms of d are named and shown as infinite. Assumes that the end of
    /// watching says nothing about the event, and hazards whose ratios do not change. Cost: n·k²/2 per step and n log n for
    /// the order; some 6 steps.
    /// Source: Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977, doi:10.1080/01621459.1977.10480613; Lin and Wei
    /// 1989, doi:10.1080/01621459.1989.10478874; Grambsch and Therneau 1994, doi:10.1093/biomet/81.3.515.
    /// Agrees with: R 4.2 survival 3.5-3 coxph and cox.zph, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The subjects.</param>
    /// <param name="options">Terms, ties, covariance, transform, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">There is no event, times and entries do not fit, a column is missing, or there are
    /// too few rows.</exception>
    public static ProportionalHazardsRegressionResult Estimate(
        SurvivalRegressionSample sample, ProportionalHazardsRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        SurvivalDesign survival = SurvivalDesign.Of(sample, options.Terms, options.Categorical);
        Require.That(
            options.Transform != TimeTransform.Log || survival.Design.Outcome.All(time => time > 0), nameof(options.Transform), "must not be log where a time is 0");
        ScaledColumns scaled = ScaledColumns.Of(survival.Design);
        double[][] columns = scaled.Columns[1..];
        RiskOrder order = new(survival);
        PartialLikelihood likelihood = new(columns, order, options.Ties);
        double[] start = new double[columns.Length];
        double empty = likelihood.Evaluate(start, new double[start.Length], new double[start.Length * start.Length]);
        Ascent ascent = NewtonAscent.Maximise(likelihood, start, cancellationToken: cancellationToken);
        string[] terms = survival.Design.Terms[1..];
        Matrix<double> map = scaled.Map();
        map = map.SubMatrix(1, terms.Length, 1, terms.Length);
        Matrix<double> inverse = NewtonAscent.Inverse(ascent.Information);
        Matrix<double> covariance = ScaledColumns.Turn(map, options.Covariance == HazardCovariance.Model
            ? inverse
            : inverse * Middle(ScoreResiduals.Of(columns, survival, order, options.Ties, ascent.Estimates), survival) * inverse);
        Separation? separation = FindSeparation(columns, order, ascent);
        return new ProportionalHazardsRegressionResult
        {
            Coefficients = CoefficientTable.Normal(terms, [.. map * Vector<double>.Build.Dense(ascent.Estimates)], covariance, separation, options.Level),
            Covariance = (separation?.MarkCovariance(covariance) ?? covariance).ToRowMajorArray(),
            Fit = new LikelihoodSummary(survival.Events.Length, ascent.Value, empty, terms.Length, 0),
            Concordance = Concordance.Of(IndexLikelihood<LogitRow>.Index(columns, ascent.Estimates), order),
            ProportionalityTests = ProportionalityTest.Of(likelihood, survival, ascent, options.Transform, terms),
            Events = (int)Sums.Sum(survival.Events),
            Rows = survival.Design.Rows,
            Notes = Notes(sample, survival.Design, ascent, separation),
            Provenance = new Provenance(
                "econometrics.proportional-hazards-regression",
                FormattableString.Invariant(
                    $"terms = {string.Join(" ", options.Terms)}, ties = {options.Ties}, covariance = {options.Covariance}, transform = {options.Transform}, level = {options.Level}"),
                Source),
        };
    }

    private static Matrix<double> Middle(double[][] residuals, SurvivalDesign survival)
    {
        ClusterGroups? groups = survival.Sample.Clusters.Count == 0 ? null : SampleClusters.One(survival.Sample, survival.Design.Rows);
        return ScoreProducts.Middle(residuals, groups, survival.Design.Weights);
    }

    // At every event no one at risk may move further up than the one to whom it came.
    private static Separation? FindSeparation(double[][] columns, RiskOrder order, Ascent ascent)
    {
        if (!Separation.IsDoubtful(IndexLikelihood<LogitRow>.Index(columns, ascent.Estimates)))
        {
            return null;
        }

        double[] moves = IndexLikelihood<LogitRow>.Index(columns, ascent.LastStep);
        List<double> least = [];
        double greatest = double.NegativeInfinity;
        order.Walk(
            () => greatest = double.NegativeInfinity,
            row => greatest = Math.Max(greatest, moves[row]),
            _ => { },
            events => least.AddRange(events.Select(row => moves[row] - greatest)));
        return Separation.Certify(ascent.LastStep, [.. least], moves.Max(Math.Abs), step => step);
    }

    private static Note[] Notes(SurvivalRegressionSample sample, DesignMatrix design, Ascent ascent, Separation? separation)
    {
        string[] named = separation is null ? [] : [.. design.Terms.Skip(1).Where((_, i) => separation.Direction[i] != 0)];
        return
        [
            .. DesignNotes.Dropped(sample.Data.RowCount - design.Rows.Length, sample.Data.RowCount),
            .. AliasedTerms.Notes(design),
            .. separation is null
                ? ascent.Notes
                : [new Note(
                    "separation",
                    Severity.Warning,
                    $"The event always came to a subject with the greatest value at risk of {string.Join(", ", named)}: the estimates of these have no limit and are shown as infinite; the others are those of the limit. Merge levels or drop the term.")],
        ];
    }
}
