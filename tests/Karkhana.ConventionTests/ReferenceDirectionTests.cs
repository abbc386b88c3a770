using System.Xml.Linq;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.ConventionTests;

/// <summary>The projects refer to each other in one direction only; docs/decisions/0001 says why.</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly string[] FrameworkModules =
    [
        "Karkhana.Agglomeration", "Karkhana.CollectiveEfficiency", "Karkhana.Capability", "Karkhana.Learning", "Karkhana.Policy",
        "Karkhana.Simulation",
    ];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Karkhana.Core"] = [],
        ["Karkhana.Data"] = ["Karkhana.Core"],
        ["Karkhana.Methods"] = ["Karkhana.Core"],
        ["Karkhana.Agglomeration"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods"],
        ["Karkhana.CollectiveEfficiency"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods"],
        ["Karkhana.Capability"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods"],
        ["Karkhana.Learning"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods"],
        ["Karkhana.Policy"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods"],
        ["Karkhana.Simulation"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods"],
        ["Karkhana.Reporting"] = ["Karkhana.Core", "Karkhana.Data"],
        ["Karkhana"] = ["Karkhana.Core", "Karkhana.Data", "Karkhana.Methods", "Karkhana.Reporting", .. FrameworkModules],
        ["Karkhana.Cli"] = ["Karkhana", "Karkhana.Core", "Karkhana.Data", "Karkhana.Reporting"],
    };

    [Fact]
    public void Every_project_refers_only_to_those_that_the_table_allows()
    {
        string source = Path.Combine(SharedFolder.RepositoryRoot, "src");
        List<string> wrong = [];
        foreach (string project in Directory.EnumerateFiles(source, "*.csproj", SearchOption.AllDirectories))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            IEnumerable<string> references = XDocument.Load(project).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(
                    reference.Attribute("Include")!.Value.Replace('\\', '/')));
            wrong.AddRange(Allowed.TryGetValue(name, out string[]? allowed)
                ? references.Except(allowed).Select(extra => $"{name} → {extra}")
                : [$"{name} has no line in the table"]);
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Core_uses_no_package()
    {
        string project = Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana.Core", "Karkhana.Core.csproj");

        XDocument.Load(project).Descendants("PackageReference").ShouldBeEmpty();
    }
}
