using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>The equations that one script repeats.</summary>
/// <param name="Name">The name of the script without ending.</param>
/// <param name="Title">What the equations are about.</param>
/// <param name="Equations">The equations, each with its name in the script.</param>
/// <param name="Paths">Products of coefficients that the script checks.</param>
internal sealed record EquationGroup(
    string Name, string Title, IReadOnlyList<(string Name, LearningFit Fit)> Equations, IReadOnlyList<ChannelPath> Paths)
{
    /// <summary>Gives the groups of a diagnosis: regressions, hypotheses, and the channel account of each advantage.</summary>
    public static IReadOnlyList<EquationGroup> All(
        LearningRegressionsResult? regressions, ChannelAccountResult account, HypothesisTestsResult hypotheses)
    {
        EquationGroup[] groups =
        [
            new("regressions", "Effort and capability on one advantage at a time", Named(regressions?.Equations ?? [], OfTerm), []),
            new("hypotheses", "The equations behind the hypotheses", Named(hypotheses.Equations, OfTerm), []),
            .. account.Equations.GroupBy(fit => fit.Equation.Terms[0]).Select(advantage => new EquationGroup(
                $"channel_account_{NamesInR.Plain(advantage.Key)}",
                $"The channel account of {advantage.Key}",
                Named(advantage, fit => NamesInR.Plain(fit.Equation.Name)),
                [.. account.Paths.Where(path => path.Advantage == advantage.Key)])),
        ];
        return [.. groups.Where(group => group.Equations.Count > 0)];
    }

    private static string OfTerm(LearningFit fit) => NamesInR.Plain($"{fit.Equation.Name}_on_{fit.Equation.Terms[0]}");

    // Several hypotheses rest on one equation; once is enough.
    private static List<(string Name, LearningFit Fit)> Named(IEnumerable<LearningFit> fits, Func<LearningFit, string> nameOf)
    {
        List<(string Name, LearningFit Fit)> named = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        NamesInR names = new();
        foreach (LearningFit fit in fits)
        {
            LearningEquation equation = fit.Equation;
            if (seen.Add($"{equation.Outcome} ~ {string.Join(" + ", equation.Terms)} | {string.Join(" + ", equation.AlsoKnown)}"))
            {
                named.Add((names.Add($"{named.Count}", nameOf(fit)), fit));
            }
        }

        return named;
    }
}
