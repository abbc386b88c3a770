using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Data.Surveys;

namespace Karkhana.Learning;

/// <summary>How sure the regime of each firm is, given that its capability is measured with error and that most parameters of the effort
/// problem are assumed.</summary>
public static class RegimeProbabilities
{
    private const string Source =
        "inspired by Caniëls & Romijn 2003, doi:10.1023/A:1027468505311; Saltelli et al. 2008, doi:10.1002/9780470725184";

    /// <summary>Computes the probabilities.</summary>
    /// <remarks>
    /// Each draw multiplies every assumed parameter (ρ, θ, c, both values of S, both of e_min) by exp(spread · z), z standard normal, takes β
    /// uniform from 0.3 to 0.5, the same for all firms of the draw, takes a plausible value of each firm's capability, and solves each firm's
    /// problem (<see cref="EffortProblem"/>). Probabilities are shares of draws: they say how far the regime depends on what is not known, under
    /// these spreads, and no more. The mix of a place is the mean over its firms in each draw, with percentiles over draws. Cost: draws × firms.
    /// Source: framework 3.3.3 and 2.8; Saltelli et al. 2008, doi:10.1002/9780470725184, for propagating assumptions.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="indices">The channel indices of all firms.</param>
    /// <param name="scores">The scores of all firms.</param>
    /// <param name="places">The place of each firm of the register; empty when not known.</param>
    /// <param name="assumptions">What is not measured.</param>
    /// <param name="options">Draws, spread, what counts as clear.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>One entry per respondent, and the mix.</returns>
    public static RegimeProbabilitiesResult Estimate(
        Survey survey,
        ChannelIndicesResult indices,
        ScoreTable scores,
        IReadOnlyList<string> places,
        RegimeAssumptions? assumptions = null,
        RegimeProbabilitiesOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(places);
        assumptions ??= new RegimeAssumptions();
        options ??= new RegimeProbabilitiesOptions();
        RegimeSituation[] situations = [.. Enumerable.Range(0, survey.Respondents).Select(
            respondent => new RegimeSituation(survey, indices, respondent))];
        Score? capability = scores.Find(Constructs.Capability) is { IsShareOfScale: true } score ? score : null;
        int[] known = [.. Enumerable.Range(0, situations.Length).Where(
            respondent => capability is not null && !double.IsNaN(capability.Values[survey.Firms[respondent]]))];
        (int[][] regimes, int[] frontier) = known.Length == 0
            ? ([], [])
            : RegimeDraws.Of(
                [.. known.Select(respondent => (situations[respondent], survey.Firms[respondent]))], capability!, assumptions, options, execution,
                cancellationToken);
        FirmRegimeProbabilities[] firms = [.. situations.Select((situation, respondent) =>
        {
            int position = Array.IndexOf(known, respondent);
            int firm = survey.Firms[respondent];
            return new FirmRegimeProbabilities(
                firm,
                places.Count == 0 ? "" : places[firm],
                situation.Stated,
                position < 0 ? [] : Shares(regimes[position]),
                position < 0 ? double.NaN : frontier[position] / (double)options.Draws);
        })];
        return new RegimeProbabilitiesResult(
            firms,
            PlaceRegimes.Of(firms, known, regimes),
            assumptions,
            options,
            new Provenance(
                "learning.regime-probabilities",
                FormattableString.Invariant($"draws = {options.Draws}, spread = {options.Spread}, clear = {options.Clear}, seed = {options.Seed}"),
                Source));
    }

    private static double[] Shares(int[] regimes) =>
        [.. Enum.GetValues<LearningRegime>().Select(regime => regimes.Count(drawn => drawn == (int)regime) / (double)regimes.Length)];
}
