using Karkhana.Core.Errors;
using Karkhana.Core.Policies;
using Karkhana.Core.Results;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>Doses that the bounds of the model swallow whole, told rather than simulated in silence.</summary>
internal static class DosesWithoutEffect
{
    /// <summary>Names policies that would raise uptime where no firm of the model lacks any.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="population">The firms.</param>
    /// <param name="draws">The draws of the parameters.</param>
    public static IEnumerable<Note> Notes(
        IReadOnlyList<Intervention> policies, ClusterPopulation population, IReadOnlyList<ClusterParameters> draws)
    {
        if (population.Firms.Any(firm => firm.Uptime < 1) || draws.Any(parameters => parameters.Uptime < 1))
        {
            yield break;
        }

        foreach (Intervention policy in policies.Where(policy => policy.Doses.Any(dose => dose.Target == DoseTarget.Uptime && dose.Amount > 0)))
        {
            yield return new Note("dose-without-effect", Severity.Warning,
                $"{policy.Id}: nothing to improve by its dose on uptime. The study does not tell of power cuts (G1), so that uptime is at its ceiling in the model; what is shown is the effect of its other doses.");
        }
    }
}
