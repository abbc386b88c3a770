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
    /// <summary>Gets the parts of mediations that the script checks.</summary>
    public EffortMediationResult? Mediation { get; init; }

    /// <summary>Gets the comparison whose balanced differences the script checks.</summary>
    public ClusterComparisonResult? Comparison { get; init; }

    /// <summary>Gives the groups of a diagnosis beside those of <see cref="All"/>: comparison, mediation, moderation and roles.</summary>
    public static IReadOnlyList<EquationGroup> Further(
        ClusterComparisonResult? comparison, EffortMediationResult mediation, CapacityModerationResult moderation, RoleCapabilityResult? roles)
    {
        EquationGroup[] groups =
        [
            new("comparison", "Clustered beside dispersed firms", Named(comparison?.Equations ?? [], OfOutcome), []) { Comparison = comparison },
            new("mediation", "What runs along effort", Named(mediation.Equations, OfTerm), []) { Mediation = mediation },
            new("moderation", "How associations change with absorptive capacity", Named(moderation.Equations, OfTerm), []),
            new("roles", "Capability on roles in the knowledge network", Named(
                new[] { roles?.Roles, roles?.RolesAndDegrees }.OfType<LearningFit>(), fit => NamesInR.Plain(fit.Equation.Name)), []),
        ];
        return [.. groups.Where(group => group.Equations.Count > 0)];
    }

    /// <summary>Gives the groups of a diagnosis: regressions, hypotheses, paths, and the channel account of each advantage.</summary>
    public static IReadOnlyList<EquationGroup> All(
        LearningRegressionsResult? regressions, ChannelAccountResult account, HypothesisTestsResult hypotheses, LearningPathsResult? paths = null)
    {
        EquationGroup[] groups =
        [
            new("regressions", "Effort and capability on one advantage at a time", Named(regressions?.Equations ?? [], OfTerm), []),
            new("hypotheses", "The equations behind the hypotheses", Named(hypotheses.Equations, OfTerm), []),
            new("paths", "Paths between channel indices, channels, effort, capability and performance", Named(
                paths?.Equations ?? [], fit => NamesInR.Plain(fit.Equation.Name)), []),
            .. account.Equations.GroupBy(fit => fit.Equation.Terms[0]).Select(advantage => new EquationGroup(
                $"channel_account_{NamesInR.Plain(advantage.Key)}",
                $"The channel account of {advantage.Key}",
                Named(advantage, fit => NamesInR.Plain(fit.Equation.Name)),
                [.. account.Paths.Where(path => path.Advantage == advantage.Key)])),
        ];
        return [.. groups.Where(group => group.Equations.Count > 0)];
    }

    private static string OfOutcome(LearningFit fit) => NamesInR.Plain($"{fit.Equation.Outcome}_{fit.Equation.Name}");

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
