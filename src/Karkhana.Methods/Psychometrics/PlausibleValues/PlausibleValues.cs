using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Draws of each respondent's latent variable from what its answers leave open.</summary>
public static class PlausibleValues
{
    internal const string Source =
        "Mislevy 1991, doi:10.1007/BF02294457; Rubin 1987, doi:10.1002/9780470316696; von Davier, Gonzalez & Mislevy 2009, IERI Monograph Series 2: 9-36";

    private const double Level = 0.95;

    /// <summary>Draws the values.</summary>
    /// <remarks>
    /// Posterior of respondent i: p(θ_q | x_i) ∝ w_q(μ_i, σ²) Π_j P(x_ij | θ_q) on an equally spaced grid. A draw is uniform
    /// in the cell of its node (a distribution function that is linear between the midpoints of nodes) and drawn towards
    /// the mean by √(v/(v + h²/12)), h the spacing, so that mean and variance are those of the posterior. With a
    /// covariance of the parameters each draw first draws the parameters, from a normal distribution around the
    /// estimates. Population mean and variance are computed from each draw and combined by Rubin's rules; the standard error
    /// of a draw's variance s² is s²√(2/(n − 1)). Draw m of respondent i depends on (seed, m, i) alone.
    /// Cost: respondents × (items × nodes + draws). Source: Mislevy 1991, doi:10.1007/BF02294457; Rubin 1987,
    /// doi:10.1002/9780470316696. Agrees with: the moments of the posterior (own tests).
    /// </remarks>
    /// <param name="input">Answers, parameters, perhaps prior means and a covariance of the parameters.</param>
    /// <param name="options">Model, draws, seed and prior.</param>
    /// <param name="execution">Workers; the draws do not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The draws of each respondent, and the population's mean and variance.</returns>
    /// <exception cref="ArgumentException">An item without parameters, an answer that is no category, parameters that no
    /// probability can be computed from, or a covariance that is none.</exception>
    public static PlausibleValuesResult Estimate(
        PlausibleValuesInput input,
        PlausibleValuesOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        ScoredResponses scored = input.Scored;
        (CategoryResponses responses, ItemParameters items) =
            CategoryResponses.Of(scored.Responses, scored.Parameters.For(options.Model), options.LowestCategory);
        Require.That(responses.Respondents > 0, nameof(input), "must hold at least one respondent; it held none");
        LatentPrior prior = LatentPrior.Of(scored, options);
        ReplicateRows Run(ItemParameters given, ReplicateRange draws) => ReplicateEngine.Local.Execute(
            new PlausibleValuesJob(responses, GridLikelihood.Of(options.Model, given, prior.Grid), prior, options.Seed, draws),
            execution, cancellationToken);
        bool known = input.Covariance is null;
        ReplicateRows rows = Run(items, new ReplicateRange(options.FirstDraw, known ? options.Draws : 0));
        double[][] values = known ? [.. Enumerable.Range(0, options.Draws).Select(draw => rows.Column(PlausibleValuesJob.First + draw))] : [];
        if (input.Covariance is { } covariance)
        {
            // One draw of the parameters at a time: the likelihoods of all would not fit into memory on a long form.
            ParameterDraws parameters = new(options.Model, items, covariance);
            values = [.. Enumerable.Range(0, options.Draws).Select(draw => Run(
                parameters.Draw(options.Seed, options.FirstDraw + draw), new ReplicateRange(options.FirstDraw + draw, 1)).Column(PlausibleValuesJob.First))];
        }

        double[] deviations = rows.Column(1);
        return new PlausibleValuesResult
        {
            PosteriorMean = rows.Column(0),
            PosteriorDeviation = deviations,
            Draws = values,
            Population = RubinRules.Estimate([.. values.Select(Moments)]),
            Notes = [.. ScoreNotes.Silent(Silent(responses), "their values are drawn from the prior"), .. ScoreNotes.Grid(prior, deviations)],
            Provenance = new Provenance("psychometrics.plausible-values", Text(options, known), Source, options.Seed),
        };
    }

    private static int Silent(CategoryResponses responses) => Enumerable.Range(0, responses.Respondents)
        .Count(row => !responses.Row(row).ContainsAnyExcept(CategoryResponses.Missing));

    private static string Text(PlausibleValuesOptions options, bool known) => FormattableString.Invariant(
        $"model = {options.Model}, draws = {options.Draws}, first_draw = {options.FirstDraw}, lowest_category = {options.LowestCategory}, latent_mean = {options.LatentMean}, latent_variance = {options.LatentVariance}, nodes = {options.Nodes}, range = {options.Range}, parameters {(known ? "known" : "drawn")}");

    private static CoefficientTable Moments(double[] draw)
    {
        double variance = Sums.Variance(draw);
        double degrees = draw.Length - 1;
        return new CoefficientTable(
            ["mean", "variance"],
            [Sums.Mean(draw), variance],
            [Math.Sqrt(variance / draw.Length), variance * Math.Sqrt(2 / degrees)],
            [degrees, degrees],
            Level);
    }
}
