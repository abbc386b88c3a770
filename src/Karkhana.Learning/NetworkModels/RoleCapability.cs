using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>Is capability associated with the part that firms have in the knowledge network?</summary>
public static class RoleCapability
{
    private const string Source = "Framework 3.5 (M6a); Giuliani & Bell 2005, doi:10.1016/j.respol.2004.10.008";

    /// <summary>Estimates the equation without and with degrees.</summary>
    /// <remarks>
    /// K = roles (0/1, against isolates) + controls [+ degrees] + ε by <see cref="LearningEquations"/>. Roles are made from degrees and openness,
    /// so with degrees a role says what it adds to the number of ties. Absorptive capacity is not held equal: it is among what goes with
    /// roles (<see cref="RoleDeterminants"/>). Roles of fewer than 5 complete firms are left out. Ties and capability go together for more than
    /// one reason: capable firms are asked more often. Cost: two equations.
    /// Source: framework 3.5, M6(a); Giuliani and Bell 2005, doi:10.1016/j.respol.2004.10.008.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="roles">Roles and degrees.</param>
    /// <param name="outcome">The outcome: <c>capability</c>.</param>
    /// <param name="options">Draws, errors, level.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>Both equations.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or the sample has no such outcome.</exception>
    public static RoleCapabilityResult Estimate(
        LearningSample sample, FirmRoles roles, string outcome = Constructs.Capability, EquationOptions? options = null,
        ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(roles);
        roles.Check(sample);
        LearningSample wider = sample.With(roles.Degrees);
        string[] degrees = [.. roles.Degrees.Keys.Order(StringComparer.Ordinal)];
        string[] controls = [.. sample.Controls.Keys.Order(StringComparer.Ordinal)];
        RoleGroups groups = new(roles, LearningEquations.CompleteRows(
            new LearningVariables(wider), new LearningEquation("roles", outcome, [.. controls, .. degrees])));
        LearningFit? plain = null;
        LearningFit? full = null;
        if (groups.Kept.Length > 1)
        {
            wider = wider.With(groups.Indicators());
            plain = LearningEquations.Estimate(
                wider, new LearningEquation("roles", outcome, [.. groups.Names, .. controls]) { AlsoKnown = degrees }, options, execution, cancellationToken);
            full = degrees.Length == 0 ? null : LearningEquations.Estimate(
                wider, new LearningEquation("roles_and_degrees", outcome, [.. groups.Names, .. degrees, .. controls]), options, execution, cancellationToken);
        }

        return new RoleCapabilityResult(
            groups.Kept, plain, full, [.. groups.Notes(), .. Missing(plain)],
            new Provenance("learning.role-capability", FormattableString.Invariant($"outcome = {outcome}"), Source, sample.Seed))
        {
            Sample = wider,
        };
    }

    private static IEnumerable<Note> Missing(LearningFit? fit) => fit is not null ? [] :
    [
        new Note("too-few-firms", Severity.Warning, "Firms with a known role, or roles of at least 5 firms, are too few: we cannot tell what goes with roles."),
    ];
}
