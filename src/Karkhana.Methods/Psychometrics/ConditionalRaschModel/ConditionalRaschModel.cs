using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Item parameters of the Rasch family, whatever the distribution of the respondents.</summary>
public static class ConditionalRaschModel
{
    internal const string Source =
        "Andersen 1970, doi:10.1111/j.2517-6161.1970.tb00842.x; Masters 1982, doi:10.1007/BF02296272; Andrich 1978, doi:10.1007/BF02293814; Fischer & Molenaar 1995, doi:10.1007/978-1-4612-4230-7";

    /// <summary>Estimates the thresholds.</summary>
    /// <remarks>
    /// Given the raw score r the answers do not depend on θ: L = Π_n exp(−Σ_j Σ_{k ≤ x_nj} b_jk)/γ_{r_n}(b), γ the elementary
    /// symmetric functions. Newton's method with exact gradient and observed information, mean of all thresholds 0;
    /// standard errors from the inverse information under that constraint. Respondents with the least or greatest
    /// score tell nothing and are counted in a note. Missing answers: γ is that of the items answered.
    /// Cost per iteration: patterns of missing answers × J² log J × greatest score. Source: Andersen 1970,
    /// doi:10.1111/j.2517-6161.1970.tb00842.x; Masters 1982, doi:10.1007/BF02296272.
    /// Agrees with: eRm RM, PCM and RSM, log-likelihood relative 1e-7, thresholds (re-centred) absolute 1e-4.
    /// </remarks>
    /// <param name="responses">Answers 0, 1, 2, … to at least two items.</param>
    /// <param name="options">The model.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The thresholds and their standard errors.</returns>
    /// <exception cref="ArgumentException">Answers that do not count from 0, an item that does not vary, or a category that
    /// nobody chose.</exception>
    public static ConditionalRaschModelResult Estimate(
        ItemResponses responses,
        ConditionalRaschModelOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new ConditionalRaschModelOptions();
        CategoryResponses coded = ScoreGroup.Coded(responses);
        ConditionalFit fit = ConditionalFit.Of(coded, [.. Enumerable.Range(0, coded.Respondents)], options.Model, "");
        int most = fit.Thresholds.Max(steps => steps.Length);
        return new ConditionalRaschModelResult
        {
            Items = coded.Items,
            LogLikelihood = fit.LogLikelihood,
            Parameters = fit.Parameters,
            Respondents = fit.Used,
            Location = [.. fit.Thresholds.Select(steps => Sums.Mean(steps))],
            StandardError = LocationErrors(fit),
            Thresholds = fit.Thresholds,
            ThresholdStandardErrors = ThresholdErrors(fit),
            Steps = most,
            Notes = Notes(fit, coded.Respondents),
            Provenance = new Provenance("psychometrics.conditional-rasch-model", $"model = {options.Model}", Source),
        };
    }

    /// <summary>Says whether the search ended.</summary>
    internal static Note[] Convergence(ConditionalFit fit, string place) => fit.Converged
        ? []
        : [new Note("not-converged", Severity.Warning, FormattableString.Invariant(
            $"The thresholds{place} did not settle; the log-likelihood reached {fit.LogLikelihood}. Some items may be answered alike by everyone who tells them apart, so that no finite estimate exists."))];

    private static double[][] ThresholdErrors(ConditionalFit fit)
    {
        int at = 0;
        return [.. fit.Thresholds.Select(steps => steps.Select(_ => Math.Sqrt(fit.Covariance[at, at++])).ToArray())];
    }

    // The location is the mean of an item's thresholds; its variance is the mean of their covariances.
    private static double[] LocationErrors(ConditionalFit fit)
    {
        int at = 0;
        return [.. fit.Thresholds.Select(steps =>
        {
            double variance = Sums.Mean(fit.Covariance.SubMatrix(at, steps.Length, at, steps.Length).ToRowMajorArray());
            at += steps.Length;
            return Math.Sqrt(variance);
        })];
    }

    private static Note[] Notes(ConditionalFit fit, int respondents)
    {
        Note[] extreme = fit.Used == respondents
            ? []
            : [new Note("extreme-scores", Severity.Information, FormattableString.Invariant(
                $"{respondents - fit.Used} of {respondents} respondents have the least or the greatest score that their answers allow; they tell nothing about the items."))];
        return [.. extreme, .. Convergence(fit, "")];
    }
}
