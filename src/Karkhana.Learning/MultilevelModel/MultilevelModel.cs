using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Learning;

/// <summary>What of an association lies among firms of one place, and what among places.</summary>
public static class MultilevelModel
{

    private const string Source =
        "Framework 3.5 (M7); Mundlak 1978, doi:10.2307/1913646; Kenward & Roger 1997, doi:10.2307/2533558; Luedtke, Marsh, Robitzsch, Trautwein, Asparouhov & Muthen 2008, doi:10.1037/a0012869; Kish 1965, Survey Sampling";

    // Beyond the place means; fewer leave the variance of places unknown.
    private const int SparePlaces = 5;

    /// <summary>Estimates one equation.</summary>
    /// <remarks>
    /// y_ic = b₀ + u₀c + Σ [βW (x_ic − x̄_c) + βB (x̄_c − x̄)] + Σ g (x_ic − x̄_c)(z̄_c − z̄) + [u₁c (x_ic − x̄_c)] + e. Every term is split: without it a slope is a
    /// mixture of both levels. The contextual effect is βB − βW with its error from the covariance of both; its degrees of freedom are the
    /// fewer of the two. 20 places or more: mixed model (reml, Satterthwaite); 8 to 19, the errors and degrees of freedom of Kenward and
    /// Roger; fewer than 8, or fewer than five beyond the place means: effects of places, slopes within them with errors of any variance, and
    /// the means of the places as a description. Variables are standardised over the sample; scores measured with error enter as plausible
    /// values drawn given all terms, products and a constant per place, combined by Rubin's rules: degrees of freedom that count firms by Barnard and Rubin's rule, those that count places by
    /// Satterthwaite's (<see cref="PooledDegrees"/>). Means of places are those of the firms
    /// used, unweighted; sampling weights do not enter. Design effect 1 + (m − 1)ρ: 25 firms, ρ = 0.08 give 2.92. Associations, not effects: firms
    /// choose places. Cost: draws × (drawing + one mixed model).
    /// Source: framework 3.5, M7; Mundlak 1978, doi:10.2307/1913646; Kenward and Roger 1997, doi:10.2307/2533558; Lüdtke and others 2008,
    /// doi:10.1037/a0012869; Kish 1965, section 5.4. Agrees with: econometrics.linear-mixed-model, which agrees with lme4 and pbkrtest.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="equation">The equation.</param>
    /// <param name="options">Draws, least firms, level; errors follow from the rule by number of places.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>The estimates; null where fewer firms than <see cref="EquationOptions.LeastFirms"/>, or fewer than 10 beyond terms and places, are
    /// complete and in a known place, there is one place only, or no term varies among the firms of any place.</returns>
    /// <exception cref="ArgumentException">The sample does not have a variable that the equation names, or the equation is not
    /// sound.</exception>
    public static MultilevelModelResult? Estimate(
        LearningSample sample, MultilevelEquation equation, EquationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(equation);
        equation.Check();
        options ??= new EquationOptions();
        MultilevelCase data = new(sample, equation);
        if (!data.Suffices(options.LeastFirms))
        {
            return null;
        }

        MultilevelLayout layout = data.Layout();
        if (layout.Within.Count == 0)
        {
            return null;
        }

        MultilevelEstimator estimator = EstimatorFor(data.Places.Count, layout.Between.Count);
        MultilevelLayout used = estimator == MultilevelEstimator.PlaceEffects ? layout.WithinPlaces() : layout;
        Dictionary<string, double[]>[] draws = data.Draws(layout, options.Draws, cancellationToken);
        MultilevelRun[] runs = [.. draws.Select(values =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return MultilevelRun.Of(used.Columns(values, data.Places), used, data.Places, estimator, options.Level);
        })];
        return Report(data, estimator, used, draws, runs);
    }

    /// <summary>Gives the estimator that a number of places allows.</summary>
    /// <param name="places">The places.</param>
    /// <param name="placeMeans">The terms whose means differ between places.</param>
    /// <returns>The estimator.</returns>
    public static MultilevelEstimator EstimatorFor(int places, int placeMeans) =>
        places < LearningEquations.LeastPlaces || places < placeMeans + SparePlaces ? MultilevelEstimator.PlaceEffects
        : places < FewPlaces.Enough ? MultilevelEstimator.SmallSampleMixedModel
        : MultilevelEstimator.MixedModel;

    internal static IntraclusterCorrelationResult Likeness(double[] values, PlaceGroups places) =>
        IntraclusterCorrelation.Estimate(new GroupedValues(values, places.Codes));

    private static MultilevelModelResult Report(
        MultilevelCase data, MultilevelEstimator estimator, MultilevelLayout used, Dictionary<string, double[]>[] draws, MultilevelRun[] runs)
    {
        (MultilevelEquation equation, PlaceGroups places) = (data.Equation, data.Places);
        IntraclusterCorrelationResult[] likeness = [.. draws.Select(draw => Likeness(draw[equation.Outcome], places))];
        return new MultilevelModelResult
        {
            Equation = equation,
            Estimator = estimator,
            Pooled = RubinRules.Pool([.. runs.Select(run => (run.Coefficients, run.Covariance))], used.DegreesOf),
            Firms = data.Rows,
            Places = data.PlaceMeans(),
            IntraclassCorrelation = Sums.Mean([.. likeness.Select(result => result.Estimate)]),
            DesignEffect = Sums.Mean([.. likeness.Select(result => result.DesignEffect)]),
            PlaceVariance = Sums.Mean([.. runs.Select(run => run.PlaceVariance)]),
            SlopeVariance = Sums.Mean([.. runs.Select(run => run.SlopeVariance)]),
            ResidualVariance = Sums.Mean([.. runs.Select(run => run.ResidualVariance)]),
            Notes =
            [
                .. MultilevelNotes.Rule(equation, estimator, places, used),
                .. MultilevelNotes.Means(used, draws, places),
                .. MultilevelNotes.Weights(data.Sample),
                .. runs.SelectMany(run => run.Notes).DistinctBy(note => note.Code),
            ],
            Provenance = new Provenance(
                "learning.multilevel-model",
                FormattableString.Invariant($"equation = {equation.Name}, estimator = {estimator}, draws = {draws.Length}"), Source, data.Sample.Seed),
        };
    }
}
