using System.Reflection;
using Karkhana.Testing;
using PublicApiGenerator;
using Xunit;

namespace Karkhana.ConventionTests;

/// <summary>What others can build on lies in approved files: it moves only when somebody has read how.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    public static TheoryData<string> Assemblies => [.. ProductAssemblies.All.Select(
        assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Public_api_is_as_approved(string assembly) => Approve.Text(
        Assembly.Load(assembly).GeneratePublicApi(Options), $"tests/Karkhana.ConventionTests/Approved/{assembly}.txt");
}
