using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Overall fit of an item response model from first and second order margins.</summary>
public static class LimitedInformationFit
{
    internal const string Source =
        "Maydeu-Olivares & Joe 2006, doi:10.1007/s11336-005-1295-9; Cai & Monroe 2014, CRESST report 839; Maydeu-Olivares & Joe 2014, doi:10.1080/00273171.2014.911075";

    private const double Tail = 0.05;

    /// <summary>Tests the fit.</summary>
    /// <remarks>
    /// m2: e = item means and cross products E[x_i x_j] of two-valued items; c2: all category probabilities but the lowest
    /// and E[x_i x_j] of category numbers. p their sample values over N respondents, NΞ⁻¹-metric with Ξ the covariance of
    /// one respondent's moments under the model, D = de/dγ: statistic = N(p − e)'[Ξ⁻¹ − Ξ⁻¹D(D'Ξ⁻¹D)⁻¹D'Ξ⁻¹](p − e), df =
    /// moments − parameters. rmsea = √(max(0, X − df)/(df(N − 1))), limits from the noncentral χ² with the same divisor.
    /// srmsr = root mean squared difference of observed and implied correlations. Baseline of tli and cfi: independent
    /// items, for which the statistic is N Σ r_ij² with df = pairs. Assumes that the parameters are the
    /// maximum-likelihood estimates of the same answers. Respondents with a missing answer are left out.
    /// Cost: moments²/2 × nodes + moments³/6. Source: Maydeu-Olivares and Joe 2006, doi:10.1007/s11336-005-1295-9,
    /// equation 11; Cai and Monroe 2014, CRESST report 839. Agrees with: mirt 1.41 M2, relative 1e-4.
    /// </remarks>
    /// <param name="input">The answers and the item parameters.</param>
    /// <param name="options">Model, moments, quadrature.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The test and the indices of fit.</returns>
    /// <exception cref="ArgumentException">No degrees of freedom, fewer than two complete respondents, an item that all
    /// answer alike, or parameters that do not suit the model.</exception>
    public static LimitedInformationFitResult Estimate(
        FittedResponses input, LimitedInformationFitOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ModelledResponses modelled = ModelledResponses.Of(input, options.Model, options);
        double[][] answers = CompleteAnswers(modelled);
        MomentSet set = MomentSet.Of(modelled, options.Statistic);
        double[][] derivatives = MomentDerivatives.Of(modelled, set, options.LatentVariance, options.EqualSlopes);
        int degrees = set.Moments.Length - derivatives.Length;
        Require.That(degrees > 0, "responses", FormattableString.Invariant(
            $"must have more margins than the model has parameters; {modelled.Items} items gave {set.Moments.Length} margins and {derivatives.Length} parameters"));
        double[] residual = [.. set.Observed(answers).Zip(set.Expected, (observed, expected) => observed - expected)];
        (double length, bool independent) = ProjectedResidual.Of(
            MomentCovariance.Of(modelled, set, execution, cancellationToken), derivatives, residual);
        int respondents = answers[0].Length;
        double[] correlations = ScoreCorrelations.Observed(answers);
        return new LimitedInformationFitResult
        {
            Statistic = respondents * length,
            Degrees = degrees,
            Respondents = respondents,
            BaselineStatistic = respondents * Sums.Dot(correlations, correlations),
            BaselineDegrees = correlations.Length,
            RootMeanSquareResidual = RootMeanSquare(correlations, ScoreCorrelations.Implied(modelled, set)),
            NoncentralityLow = ChiSquare.Noncentrality(respondents * length, degrees, 1 - Tail),
            NoncentralityHigh = ChiSquare.Noncentrality(respondents * length, degrees, Tail),
            Notes = [.. ResponseNotes.Incomplete(modelled.Responses.Respondents, respondents), .. IdentificationNote(independent)],
            Provenance = new Provenance("psychometrics.limited-information-fit", options.Text(), Source),
        };
    }

    private static double[][] CompleteAnswers(ModelledResponses modelled)
    {
        int[] rows = modelled.Responses.CompleteRows();
        Require.That(rows.Length >= 2, "responses", FormattableString.Invariant(
            $"must hold at least two respondents who answered every item; they held {rows.Length}"));
        double[][] answers = [.. Enumerable.Range(0, modelled.Items).Select(
            item => rows.Select(row => (double)modelled.Responses.Row(row)[item]).ToArray())];
        int constant = Array.FindIndex(answers, item => Array.TrueForAll(item, answer => answer == item[0]));
        Require.That(
            constant < 0, "responses",
            $"must vary in every item; all complete respondents answered {(constant < 0 ? "" : modelled.Responses.Items[constant])} alike");
        return answers;
    }

    private static double RootMeanSquare(double[] observed, double[] implied)
    {
        double[] away = [.. observed.Zip(implied, (left, right) => left - right)];
        return Math.Sqrt(Sums.Dot(away, away) / away.Length);
    }

    private static IEnumerable<Note> IdentificationNote(bool independent)
    {
        if (!independent)
        {
            yield return new Note(
                "not-identified", Severity.Warning,
                "At these values some parameters move the margins alike: the degrees of freedom count more parameters than the margins can tell apart, and the p-value is not exact.");
        }
    }
}
