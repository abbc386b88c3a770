using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>Accounts for the ways in which surveyed firms learn, and for what came without effort.</summary>
public static class LearningMechanisms
{
    private const string ShareWithoutEffort = "M11";

    /// <summary>Estimates how many firms use each mechanism, how intensely, and its part in their mix.</summary>
    /// <remarks>
    /// An answer is brought to [0, 1]: share of a closed scale, else rank among the respondents, 0 when the answer is 0. A
    /// firm uses a mechanism when an answer to one of its items is above the least of the scale (above 0 on an open one);
    /// its intensity is the mean over the items that it answered. The part of a mechanism is its intensity over the sum
    /// of all measured ones, averaged over the firms where that sum is positive. Means carry sampling weights w; their
    /// standard errors are √Σw²(x − x̄)²/Σw; shares have Wilson intervals with n = (Σw)²/Σw². Share without effort: the mean
    /// of item M11. Nothing here says that a mechanism raised capability. Cost: items × firms. Source: Bell 1984, in
    /// Fransman and King, Technological Capability in the Third World; Romijn 1999, Acquisition of Technological
    /// Capability in Small Firms in Developing Countries; Lundvall 1988; framework 2.2.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="respondents">Positions of the respondents that count.</param>
    /// <param name="list">The mechanisms; the default list unless given.</param>
    /// <returns>One account per mechanism; those without an item in the survey are kept with n = 0.</returns>
    public static LearningMechanismsResult Estimate(
        Survey survey, IReadOnlyList<int> respondents, LearningMechanismList? list = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(respondents);
        list ??= LearningMechanismList.Default();
        double[][] intensity = [.. list.Mechanisms.Select(mechanism => Intensity(survey, mechanism))];
        double[][] parts = Parts(intensity, survey.Respondents);
        List<MechanismAccount> accounts = [];
        for (int m = 0; m < list.Mechanisms.Count; m++)
        {
            int[] answered = [.. respondents.Where(respondent => !double.IsNaN(intensity[m][respondent]))];
            WeightedMean uses = WeightedMean.Of(survey, answered, respondent => intensity[m][respondent] > 0 ? 1 : 0);
            (double low, double high) = WilsonInterval.Of(uses.Mean, uses.EffectiveNumber, NormalQuantiles.TwoSided95);
            WeightedMean strength = WeightedMean.Of(survey, answered, respondent => intensity[m][respondent]);
            WeightedMean part = WeightedMean.Of(
                survey, [.. respondents.Where(respondent => !double.IsNaN(parts[m][respondent]))], respondent => parts[m][respondent]);
            accounts.Add(new MechanismAccount(
                list.Mechanisms[m], answered.Length, uses.Mean, low, high, strength.Mean, strength.StandardError, part.Mean, part.StandardError));
        }

        double[]? free = survey.AnswersTo(ShareWithoutEffort);
        WeightedMean withoutEffort = WeightedMean.Of(
            survey, [.. respondents.Where(respondent => free is not null && !double.IsNaN(free[respondent]))], respondent => free![respondent] / 100);
        return new LearningMechanismsResult(list.Version, accounts, withoutEffort.Mean, withoutEffort.StandardError, withoutEffort.Number);
    }

    /// <summary>Gives how intensely each respondent uses each mechanism, as <see cref="Estimate"/> has it.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="list">The mechanisms; the default list unless given.</param>
    /// <returns>By mechanism of the list, then by respondent: 0 to 1, 0 when it is not used, NaN without an answer.</returns>
    public static IReadOnlyList<IReadOnlyList<double>> Intensities(Survey survey, LearningMechanismList? list = null)
    {
        ArgumentNullException.ThrowIfNull(survey);
        return [.. (list ?? LearningMechanismList.Default()).Mechanisms.Select(mechanism => Intensity(survey, mechanism))];
    }

    private static double[] Intensity(Survey survey, LearningMechanism mechanism)
    {
        int[] items = [.. mechanism.Items.Select(survey.Find).Where(item => item >= 0)];
        double[][] answers = [.. items.Select(item => UsedAnswers(survey, item))];
        return [.. Enumerable.Range(0, survey.Respondents).Select(respondent => Sums.Mean(
            [.. answers.Select(item => item[respondent]).Where(answer => !double.IsNaN(answer))]))];
    }

    // Nothing done is nothing, whatever its rank among firms that did as little.
    private static double[] UsedAnswers(Survey survey, int item)
    {
        double[] unit = survey.UnitAnswers(item);
        return survey.Items[item].IsClosed
            ? unit
            : [.. unit.Select((value, respondent) => survey.Answers[item][respondent] == 0 ? 0 : value)];
    }

    private static double[][] Parts(double[][] intensity, int respondents)
    {
        double[] totals = [.. Enumerable.Range(0, respondents).Select(respondent => Sums.Sum(
            [.. intensity.Select(mechanism => mechanism[respondent]).Where(value => !double.IsNaN(value))]))];
        return [.. intensity.Select(mechanism => mechanism.Select(
            (value, respondent) => totals[respondent] > 0 ? value / totals[respondent] : double.NaN).ToArray())];
    }
}
