using System.Reflection;

namespace Karkhana.ConventionTests;

/// <summary>The assemblies of the product that others can build on.</summary>
internal static class ProductAssemblies
{
    private static readonly string[] Names =
    [
        "Karkhana.Core", "Karkhana.Data", "Karkhana.Methods", "Karkhana.Agglomeration", "Karkhana.CollectiveEfficiency",
        "Karkhana.Capability", "Karkhana.Learning", "Karkhana.Policy", "Karkhana.Simulation", "Karkhana.Reporting", "Karkhana.Library",
    ];

    public static IReadOnlyList<Assembly> All { get; } = [.. Names.Select(Assembly.Load)];
}
