using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>Which box of a peeling trajectory is taken.</summary>
internal static class BoxChoice
{
    /// <summary>Gives the step asked for, or the one with the greatest 2·hits/(mass + all hits), the harmonic mean of coverage and
    /// density; of equal ones that with the fewest restricted inputs, then the first.</summary>
    public static int Of(List<PeelStep> steps, int? asked) => asked is { } step
        ? Require.Between(step, 0, steps.Count - 1, nameof(PatientRuleInductionOptions.Step))
        : Enumerable.Range(0, steps.Count)
            .OrderByDescending(own => 2.0 * steps[own].Hits / (steps[own].Mass + steps[0].Hits))
            .ThenBy(own => steps[own].Box.Restricted())
            .First();

    /// <summary>Gives the box of another sample that stands for the chosen one: by the same rule, or, where a step was asked for,
    /// the one whose coverage is nearest, of equal ones the densest.</summary>
    public static PeelStep Like(List<PeelStep> steps, double coverage, int? asked) => asked is null
        ? steps[Of(steps, null)]
        : steps.OrderBy(step => Math.Abs((step.Hits / Math.Max(1.0, steps[0].Hits)) - coverage)).ThenByDescending(step => step.Density).First();
}
