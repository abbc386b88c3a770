namespace Karkhana.Learning;

/// <summary>How many firms have a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Firms">The firms that are complete.</param>
public sealed record RoleCount(string Role, int Firms);
