using Karkhana.Policy;

namespace Karkhana.Tests.Scenarios;

/// <summary>Some of the policies that ship.</summary>
internal static class ShippedPolicies
{
    public static PolicyFile Only(params string[] ids) => PolicyFile.Default() with
    {
        Policies = [.. PolicyFile.Default().Policies.Where(policy => ids.Contains(policy.Intervention.Id))],
    };
}
