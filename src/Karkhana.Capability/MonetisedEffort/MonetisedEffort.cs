using Karkhana.Core.Errors;
using Karkhana.Data.Surveys;

namespace Karkhana.Capability;

/// <summary>What a firm spends on learning per worker, in money, with its time valued at a wage.</summary>
public static class MonetisedEffort
{
    /// <summary>Computes the hard measure of effort that stands beside the latent one.</summary>
    /// <remarks>
    /// e = ln(1 + (Σ money + wage·Σ days)/employees), over the items with an open numeric scale (N). A firm that left
    /// one of the items open has no value, since a sum with a gap is no sum; not applicable counts as nothing spent.
    /// Frequencies are no amounts: a survey that asked how often has no monetised effort, and the result says so. Cost:
    /// firms × items. Source: framework 2.3.
    /// </remarks>
    /// <param name="survey">The survey.</param>
    /// <param name="employees">The employees of each firm of the register; NaN when not known.</param>
    /// <param name="options">Wage and items.</param>
    /// <returns>The values of the answering firms, or the reason why there are none.</returns>
    public static MonetisedEffortResult Estimate(
        Survey survey, IReadOnlyList<double> employees, MonetisedEffortOptions options)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(employees);
        ArgumentNullException.ThrowIfNull(options);
        int[] money = Amounts(survey, options.MoneyItems);
        int[] days = Amounts(survey, options.DayItems);
        if (money.Length + days.Length == 0)
        {
            return new MonetisedEffortResult([], [], MonetisedEffortGap.NoAmounts);
        }

        if (days.Length > 0 && options.DailyWage is null)
        {
            return new MonetisedEffortResult([], [], MonetisedEffortGap.NoWage);
        }

        if (employees.Count == 0)
        {
            return new MonetisedEffortResult([], [], MonetisedEffortGap.NoEmployment);
        }

        Require.That(
            survey.Firms.All(firm => firm < employees.Count), nameof(employees),
            FormattableString.Invariant($"must have one value per firm of the register; it had {employees.Count}"));
        double[] values = new double[survey.Respondents];
        for (int respondent = 0; respondent < values.Length; respondent++)
        {
            double spent = Total(survey, money, respondent) + ((options.DailyWage ?? 0) * Total(survey, days, respondent));
            double workers = employees[survey.Firms[respondent]];
            values[respondent] = workers > 0 ? Math.Log(1 + (spent / workers)) : double.NaN;
        }

        return new MonetisedEffortResult(
            [.. money.Concat(days).Select(item => survey.Items[item].Id)], values, MonetisedEffortGap.None);
    }

    private static int[] Amounts(Survey survey, IReadOnlyList<string> items) =>
        [.. items.Select(survey.Find).Where(item => item >= 0 && survey.Items[item].Scale == "N")];

    private static double Total(Survey survey, int[] items, int respondent)
    {
        double total = 0;
        foreach (int item in items)
        {
            total += survey.Missing[item][respondent] == MissingCode.NotApplicable ? 0 : survey.Answers[item][respondent];
        }

        return total;
    }
}
