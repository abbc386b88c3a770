using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>Scores absorptive capacity by the first principal component of what a firm's technical staff
/// brings.</summary>
public static class AbsorptiveCapacity
{
    /// <summary>Scores all firms that answered.</summary>
    /// <remarks>
    /// Variables: share of technical staff with post-secondary training (A2/A1), mean technical experience (A3), share
    /// with
    /// experience in other firms (A4/A1). A firm without technical staff has shares of 0. Experimentation is left out,
    /// for it is effort
    /// (framework 2.4). When the survey lacks these items, all items of the construct that vary are used.
    /// Cost: n. Source: Giuliani and Bell 2005, doi:10.1016/j.respol.2004.10.008; Cohen and Levinthal 1989,
    /// doi:10.2307/2233763.
    /// </remarks>
    /// <param name="firmIds">All firms of the register.</param>
    /// <param name="survey">The survey.</param>
    /// <returns>The score with variance 1 and its component, or null when there are fewer than two variables.</returns>
    public static (Score Score, PrincipalComponentsResult Component)? Estimate(
        IReadOnlyList<string> firmIds, Survey survey)
    {
        ArgumentNullException.ThrowIfNull(firmIds);
        ArgumentNullException.ThrowIfNull(survey);
        ItemResponses variables = Varying(Variables(survey));
        if (variables.Items.Count < 2 || variables.Complete().Respondents < 3)
        {
            return null;
        }

        PrincipalComponentsResult component = PrincipalComponents.Estimate(
            variables, new PrincipalComponentsOptions { Components = 1 });
        return (new Score(
            Constructs.AbsorptiveCapacity, survey.OverRegister(component.Scores[0], firmIds.Count), [.. Enumerable.Repeat(double.NaN, firmIds.Count)],
            "first-principal-component", []), component);
    }

    // A variable may vary only in firms that lack another; among the firms that can be scored it says nothing.
    private static ItemResponses Varying(ItemResponses variables)
    {
        ItemResponses complete = variables.Complete();
        int[] kept = [.. Enumerable.Range(0, variables.Items.Count).Where(i => ScaledItems.Varies(complete.Answers[i]))];
        return new ItemResponses(
            [.. kept.Select(i => variables.Items[i])], [.. kept.Select(i => variables.Answers[i])]);
    }

    /// <summary>Gives the variables that absorptive capacity is made of, high meaning much of it.</summary>
    internal static ItemResponses Variables(Survey survey)
    {
        double[]? staff = survey.AnswersTo("A1");
        List<(string Name, double[] Values)> variables = [];
        if (staff is not null)
        {
            Add("share_trained", Share(survey.AnswersTo("A2"), staff));
            Add("experience", survey.AnswersTo("A3"));
            Add("share_from_other_firms", Share(survey.AnswersTo("A4"), staff));
        }

        if (variables.Count < 2)
        {
            variables.Clear();
            foreach (int item in survey.ItemsOf(Constructs.AbsorptiveCapacity))
            {
                Add(survey.Items[item].Id, survey.Items[item].Reverse ? [.. survey.Answers[item].Select(answer => -answer)] : survey.Answers[item]);
            }
        }

        return new ItemResponses(
            [.. variables.Select(variable => variable.Name)], [.. variables.Select(variable => variable.Values)]);

        void Add(string name, double[]? values)
        {
            if (values is not null && ScaledItems.Varies(values))
            {
                variables.Add((name, values));
            }
        }
    }

    private static double[]? Share(double[]? part, double[] staff) => part is null
        ? null
        : [.. part.Zip(staff, (count, all) => all == 0 ? 0 : Math.Min(1, count / all))];
}
