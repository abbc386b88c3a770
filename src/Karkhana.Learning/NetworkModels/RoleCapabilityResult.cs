using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>What goes with the part of a firm in the knowledge network.</summary>
/// <param name="Counts">The roles with their complete firms; the first is the one compared with.</param>
/// <param name="Roles">The outcome on roles and controls; null where the firms or roles are too few.</param>
/// <param name="RolesAndDegrees">The same with the degrees, on the same firms; null likewise, or without degrees.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made this result.</param>
public sealed record RoleCapabilityResult(
    IReadOnlyList<RoleCount> Counts, LearningFit? Roles, LearningFit? RolesAndDegrees, IReadOnlyList<Note> Notes, Provenance Provenance)
{
    /// <summary>Gets the sample with roles (<c>role_absorber</c>, 0/1) and degrees among its variables, on which others can estimate again.</summary>
    public required LearningSample Sample { get; init; }
}
