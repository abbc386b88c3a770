using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How the joint action and the performance of firms changed.</summary>
/// <param name="Types">The types of joint action; <c>all</c> is their mean.</param>
/// <param name="Changes">The change by type, then by firm; NaN is not known.</param>
/// <param name="Performance">The performance of each firm; NaN is not known.</param>
public sealed record JointActionPerformanceInput(
    IReadOnlyList<string> Types, IReadOnlyList<double[]> Changes, IReadOnlyList<double> Performance)
{
    /// <summary>The name of the mean over types.</summary>
    public const string All = "all";

    private const string PerformanceConstruct = Constructs.Performance;

    /// <summary>Takes the changes of joint action and the performance items of a survey.</summary>
    /// <remarks>A firm's change of a type is the mean over the constructs of the type on which it answered; <c>all</c> the
    /// mean over its types. Performance: the mean over the items of the construct <c>performance</c> that vary, each
    /// standardised over the respondents that count, turned round for reverse items.</remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="respondents">Positions of the respondents that count.</param>
    /// <returns>The input; no types when no change was asked.</returns>
    public static JointActionPerformanceInput Of(Survey survey, IReadOnlyList<int> respondents)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(respondents);
        List<string> types = [];
        List<double[]> changes = [];
        foreach (JointActionGroup type in JointActionGroup.Types)
        {
            double[][] parts = [.. type.Constructs.Select(construct => JointActionChange.ChangesOf(survey, construct + JointActionChange.Suffix))];
            double[] own = [.. respondents.Select(respondent => ConstructMeans.MeanOfKnown(parts.Select(part => part[respondent])))];
            if (own.Any(change => !double.IsNaN(change)))
            {
                types.Add(type.Name);
                changes.Add(own);
            }
        }

        if (types.Count > 0)
        {
            double[][] known = [.. changes];
            types.Add(All);
            changes.Add([.. respondents.Select((_, firm) => ConstructMeans.MeanOfKnown(known.Select(own => own[firm])))]);
        }

        return new JointActionPerformanceInput(types, changes, PerformanceOf(survey, respondents));
    }

    internal void Check()
    {
        Require.SameLength(Types.Count, Changes.Count, nameof(Changes));
        foreach (double[] change in Changes)
        {
            Require.SameLength(Performance.Count, change.Length, nameof(Changes));
            Require.That(!change.Any(double.IsInfinity), nameof(Changes), "must be finite, or NaN where it is not known");
        }

        Require.That(!Performance.Any(double.IsInfinity), nameof(Performance), "must be finite, or NaN where it is not known");
    }

    private static double[] PerformanceOf(Survey survey, IReadOnlyList<int> respondents)
    {
        double[][] items = [.. survey.ItemsOf(PerformanceConstruct).Select(item => Standard.Scores(
            [.. respondents.Select(respondent => survey.Answers[item][respondent] * (survey.Items[item].Reverse ? -1 : 1))]))];
        return [.. respondents.Select((_, firm) => ConstructMeans.MeanOfKnown(items.Select(item => item[firm])))];
    }
}
