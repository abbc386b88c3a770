using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>The roles that enough complete firms have, the one compared with first.</summary>
internal sealed class RoleGroups
{
    // Below it a coefficient of a role is that of one or two firms.
    private const int LeastFirms = 5;

    private readonly FirmRoles _roles;

    public RoleGroups(FirmRoles roles, int[] complete)
    {
        _roles = roles;
        RoleCount[] counts = [.. complete.Select(row => roles.Roles[row]).OfType<string>().GroupBy(role => role, StringComparer.Ordinal)
            .Select(group => new RoleCount(group.Key, group.Count()))
            .OrderBy(count => count.Role, StringComparer.Ordinal)];
        RoleCount[] frequent = [.. counts.Where(count => count.Firms >= LeastFirms)];
        string? first = Array.Exists(frequent, count => count.Role == roles.BaseRole)
            ? roles.BaseRole
            : frequent.MaxBy(count => count.Firms)?.Role;
        Rare = [.. counts.Where(count => count.Firms < LeastFirms)];
        Kept = [.. frequent.OrderByDescending(count => count.Role == first)];
    }

    /// <summary>Gets the roles kept with their firms.</summary>
    public RoleCount[] Kept { get; }

    /// <summary>Gets the roles of too few firms, which are left out with their firms.</summary>
    public RoleCount[] Rare { get; }

    public string Base => Kept[0].Role;

    /// <summary>Gets the names of the 0/1 variables, one per role but the base.</summary>
    public IReadOnlyList<string> Names => [.. Kept.Skip(1).Select(count => NameOf(count.Role))];

    /// <summary>Gives the 0/1 variables over all firms of the sample; NaN where the role is not known or too rare.</summary>
    public IEnumerable<KeyValuePair<string, double[]>> Indicators() => Kept.Skip(1).Select(count => KeyValuePair.Create(
        NameOf(count.Role),
        _roles.Roles.Select(role => role is null || !Array.Exists(Kept, kept => kept.Role == role) ? double.NaN : role == count.Role ? 1.0 : 0.0).ToArray()));

    public IEnumerable<Note> Notes()
    {
        if (Kept.Length > 0 && Base != _roles.BaseRole)
        {
            yield return new Note("other-base", Severity.Warning, FormattableString.Invariant(
                $"Fewer than {LeastFirms} firms are {Spaced(_roles.BaseRole)}; {_roles.Noun}s are compared with {Spaced(Base)}, the most frequent."));
        }

        if (Rare.Length > 0)
        {
            // Not how many: a number below five would tell of single firms.
            yield return new Note("rare-roles", Severity.Warning, FormattableString.Invariant(
                $"{char.ToUpperInvariant(_roles.Noun[0])}{_roles.Noun[1..]}s of fewer than {LeastFirms} firms were left out with their firms: {string.Join(", ", Rare.Select(count => Spaced(count.Role)))}."));
        }
    }

    public static string NameOf(string role) => "role_" + role;

    private static string Spaced(string role) => role.Replace('_', ' ');
}
