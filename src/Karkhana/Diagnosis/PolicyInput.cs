using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;
using Karkhana.Data.Surveys;
using Karkhana.Learning;
using Karkhana.Policy;

namespace Karkhana.Diagnosis;

/// <summary>Passes what Learning found to Policy.</summary>
internal static class PolicyInput
{
    public static PolicyEvidence Of(Findings register, LearningRegimesResult regimes)
    {
        (Study study, Focus focus, ChannelIndicesResult channels) = (register.Study, register.Focus, register.Channels);
        HashSet<int> clustered = [.. focus.ClusteredFirms];
        FirmRegime[] own = [.. regimes.Firms.Where(firm => clustered.Contains(firm.Firm))];
        FirmRegime[] firms = own.Length > 0 ? own : [.. regimes.Firms];
        bool byAnswers = firms.Any(firm => firm.Stated is not null);
        Survey survey = study.Survey!.Of([.. firms.Select(firm => firm.Firm)])!;
        double[]? staff = survey.AnswersTo("A1");
        double[]? trained = survey.AnswersTo("A2");
        return new PolicyEvidence
        {
            Firms = [.. firms.Select(
                firm => (byAnswers ? firm.Stated : firm.Modelled?.Regime, ChannelOf(firm.Constraint)))],
            ChannelIndices = channels.Channels.ToDictionary(
                channel => channel,
                channel => Sums.Mean([.. focus.ClusteredFirms.Select(
                    firm => channels.Of(channel)[firm]).Where(index => !double.IsNaN(index))])),
            IndivisibleNeeds = survey.AnswersTo("M4")?.Count(answer => answer == 1),
            ShareFailedCooperation = ShareOfYes(survey.AnswersTo("J8")),
            MedianTrainedShare = staff is null || trained is null
                ? double.NaN
                : Quantiles.Median(
                    staff.Zip(trained, (all, part) => all == 0 ? 0 : part / all).Where(share => !double.IsNaN(share))),
            Gaps = register.Gaps,
            FedBy = register.Matrix.Channels.ToDictionary(
                channel => channel,
                channel => (IReadOnlyDictionary<string, double>)register.Matrix.Rows.Where(row => row.In(channel) > 0).ToDictionary(row => row.Id, row => (double)row.In(channel))),
        };
    }

    private static double ShareOfYes(double[]? answers)
    {
        double[] known = answers is null ? [] : [.. answers.Where(answer => !double.IsNaN(answer))];
        return known.Length == 0 ? double.NaN : known.Count(answer => answer == 1) / (double)known.Length;
    }

    private static LearningChannel? ChannelOf(BindingConstraint? constraint) => constraint switch
    {
        BindingConstraint.Cost => LearningChannel.CostOfEffort,
        BindingConstraint.OwnMoney => LearningChannel.ResourcesForEffort,
        BindingConstraint.NotWorthIt => LearningChannel.IncentiveForEffort,
        BindingConstraint.DoNotKnowHow => LearningChannel.EffectivenessOfEffort,
        BindingConstraint.NoSuchKnowledge => LearningChannel.SpilloverWithoutEffort,
        _ => null,
    };
}
