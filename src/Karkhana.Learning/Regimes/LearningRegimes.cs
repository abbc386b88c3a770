using Karkhana.Core.Effort;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;

namespace Karkhana.Learning;

/// <summary>Assigns each surveyed firm the regime that its answers state and the one that the effort problem
/// gives.</summary>
public static class LearningRegimes
{
    /// <summary>Assigns the regimes.</summary>
    /// <remarks>
    /// By answers: a firm that says the improvement is not worth it (M12 = 3), or that can neither pay (M12 = 2, or M3 no
    /// where M12 was not answered) nor take a small step (M4 yes), is at the threshold; one that cannot pay is in liquidity;
    /// one whose smallest step is large is at the minimum; any other that answered is in the interior. By model:
    /// <see cref="EffortProblem"/> with ln c, ln ρ, ln θ, ln S moved by the firm's channel indices, S and e_min by its answers
    /// to M3 and M4 (the middle of both values when it did not say), and g = Φ − capability, where capability was scored from 0
    /// to 1. Every parameter that is not measured is an assumption. Absorption is not judged: no item gives it an absolute
    /// scale. Cost: firms. Source: framework 3.3.3, 2.5 block M; an operationalisation inspired by Caniëls and Romijn 2003,
    /// doi:10.1023/A:1027468505311.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="indices">The channel indices of all firms.</param>
    /// <param name="scores">The scores of all firms.</param>
    /// <param name="assumptions">What is not measured.</param>
    /// <returns>One entry per respondent.</returns>
    public static LearningRegimesResult Estimate(
        Survey survey, ChannelIndicesResult indices, ScoreTable scores, RegimeAssumptions? assumptions = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(scores);
        assumptions ??= new RegimeAssumptions();
        Score? capability = scores.Find(Constructs.Capability);
        FirmRegime[] firms = new FirmRegime[survey.Respondents];
        for (int respondent = 0; respondent < firms.Length; respondent++)
        {
            int firm = survey.Firms[respondent];
            RegimeSituation situation = new(survey, indices, respondent);
            EffortChoice? modelled = capability is { IsShareOfScale: true } && !double.IsNaN(capability.Values[firm])
                ? EffortProblem.Estimate(situation.At(capability.Values[firm], assumptions), assumptions.LumpyRule)
                : null;
            firms[respondent] = new FirmRegime(firm, situation.Constraint, situation.Stated, modelled);
        }

        return new LearningRegimesResult(firms, assumptions);
    }
}
