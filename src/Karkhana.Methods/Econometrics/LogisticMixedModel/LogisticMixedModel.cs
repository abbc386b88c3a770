using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Random-intercept logistic regression.</summary>
public static class LogisticMixedModel
{
    internal const string Source =
        "Breslow & Clayton 1993, doi:10.1080/01621459.1993.10594284; Pinheiro & Chao 2006, doi:10.1198/106186006X96962; Larsen & Merlo 2005, doi:10.1093/aje/kwi017";

    private const double Boundary = 1e-4; // of the standard deviation
    private const double StartingDeviation = 0.8;

    /// <summary>Estimates coefficients and the standard deviation of the random intercept.</summary>
    /// <remarks>
    /// logit P(y = 1) = x'b + u_g, u ~ N(0, s²), by maximum marginal likelihood. The integral over u is taken by adaptive
    /// Gauss–Hermite quadrature about the mode of each group; one point is Laplace's method, which is biased downwards in s
    /// where groups are small: use 7 or more points there. Newton's steps on exact first derivatives. Covariance by the
    /// information of coefficients and s together. The log-likelihood counts the binomial coefficients for any number of
    /// points. Assumes groups drawn from a population of groups with normal intercepts that do not depend on x. Cost:
    /// (k + 2)(points + 5) passes over the rows per step, some 8 steps; over the workers by groups.
    /// Source: Breslow and Clayton 1993, doi:10.1080/01621459.1993.10594284; Pinheiro and Chao 2006,
    /// doi:10.1198/106186006X96962; Larsen and Merlo 2005, doi:10.1093/aje/kwi017 (median odds ratio).
    /// Agrees with: R 4.2 lme4 1.1-31 glmer, relative 1e-4 (glmer stops there).
    /// </remarks>
    /// <param name="sample">The observations with their groups.</param>
    /// <param name="options">Model, points, level.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Stops between groups.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">The outcome does not fit the trials, there is one group only, a column is missing,
    /// or there are too few rows.</exception>
    public static LogisticMixedModelResult Estimate(
        LogisticMixedSample sample, LogisticMixedModelOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        GroupedTrials trials = GroupedTrials.Of(sample, options.Model);
        DesignMatrix design = trials.Design;
        (double[] Nodes, double[] Weights) rule = GaussHermiteRule.Of(options.QuadraturePoints);
        BinaryFit logit = Logit(trials, cancellationToken);
        RandomInterceptLikelihood likelihood = new(trials, rule, execution, cancellationToken);
        Ascent ascent = NewtonAscent.Maximise(likelihood, [.. logit.Ascent.Estimates, StartingDeviation], cancellationToken: cancellationToken);
        int k = trials.Terms;
        Matrix<double> inverse = NewtonAscent.Inverse(likelihood.Information(ascent.Estimates));
        Matrix<double> covariance = trials.Scaled.Restore(inverse.SubMatrix(0, k, 0, k));
        double deviation = Math.Abs(ascent.Estimates[^1]);
        (double[] modes, double[] deviations) = likelihood.Intercepts(ascent.Estimates);
        double statistic = Math.Max(0, 2 * (ascent.Value - logit.LogLikelihood));
        return new LogisticMixedModelResult
        {
            Coefficients = CoefficientTable.Normal(design.Terms, trials.Scaled.Restore(ascent.Estimates), covariance, logit.Separation, options.Level),
            Covariance = (logit.Separation?.MarkCovariance(covariance) ?? covariance).ToRowMajorArray(),
            RandomStandardDeviation = deviation < Boundary ? 0 : deviation,
            RandomStandardDeviationStandardError = deviation < Boundary ? double.NaN : Math.Sqrt(Math.Max(0, inverse[k, k])),
            Fit = new LikelihoodSummary(
                design.Rows.Length, ascent.Value + trials.LogWays, NullLogLikelihood(options, trials, (execution, cancellationToken)), k + 1, 2),
            GroupTest = new TermTest("group", statistic, 1, statistic > 0 ? ChiSquare.UpperTail(statistic, 1) / 2 : 1),
            Groups = trials.Names,
            RandomIntercepts = modes,
            RandomInterceptStandardErrors = deviations,
            Rows = design.Rows,
            Notes = Notes(sample, trials, ascent, logit.Separation),
            Provenance = new Provenance(
                "econometrics.logistic-mixed-model",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, quadrature_points = {options.QuadraturePoints}, level = {options.Level}"),
                Source),
        };
    }

    private static BinaryFit Logit(GroupedTrials trials, CancellationToken cancellationToken)
    {
        double[] shares = [.. trials.Design.Outcome.Zip(trials.TrialsInOrder, (successes, all) => successes / all)];
        return BinaryFit.Fit(
            trials.Design.Columns, trials.Design.HasIntercept, shares, trials.TrialsInOrder, (BinaryLink.Logit, 0), cancellationToken);
    }

    private static double NullLogLikelihood(
        LogisticMixedModelOptions options, GroupedTrials trials, (ExecutionOptions? Execution, CancellationToken Token) run)
    {
        if (!trials.Design.HasIntercept)
        {
            return double.NaN;
        }

        GroupedTrials constant = trials.WithConstantOnly();
        BinaryFit logit = Logit(constant, run.Token);
        RandomInterceptLikelihood likelihood = new(constant, GaussHermiteRule.Of(options.QuadraturePoints), run.Execution, run.Token);
        return NewtonAscent.Maximise(likelihood, [logit.Ascent.Estimates[0], StartingDeviation], cancellationToken: run.Token).Value + trials.LogWays;
    }

    private static Note[] Notes(LogisticMixedSample sample, GroupedTrials trials, Ascent ascent, Separation? separation)
    {
        DesignMatrix design = trials.Design;
        return
        [
            .. DesignNotes.Dropped(sample.Observations.Data.RowCount - design.Rows.Length, sample.Observations.Data.RowCount),
            .. AliasedTerms.Notes(design),
            .. separation is null ? ascent.Notes : [separation.Note(design.Terms, term => design.HasIntercept && term == 0)],
            .. Math.Abs(ascent.Estimates[^1]) >= Boundary
                ? Array.Empty<Note>()
                : [new Note(
                    "singular-fit",
                    Severity.Information,
                    "Groups differ no more than chance would have it: the standard deviation of the random intercept is 0, and the coefficients are those of a logit without groups.")],
            .. Enumerable.Range(0, trials.Groups).Any(group => trials.Starts[group + 1] - trials.Starts[group] > 1)
                ? Array.Empty<Note>()
                : [new Note(
                    "single-rows",
                    Severity.Warning,
                    "Every group has one row: a random intercept cannot be told from the spread of the answers unless there are several trials per row.")],
        ];
    }
}
