using System.Reflection;
using System.Xml.Linq;
using Karkhana.Core.Measures;
using Karkhana.Measures;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.ConventionTests;

/// <summary>Every method says where it comes from, and every measure has a page.</summary>
public sealed class CitationTests
{
    [Fact]
    public void Every_type_with_a_public_Estimate_cites_its_source()
    {
        List<string> silent = [];
        foreach (Assembly assembly in ProductAssemblies.All)
        {
            XDocument comments = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
            silent.AddRange(assembly.GetExportedTypes()
                .Where(type => type.GetMethods(
                    BindingFlags.Public | BindingFlags.Static).Any(method => method.Name == "Estimate"))
                .Where(type => !CommentsOf(comments, type).Contains("Source:", StringComparison.Ordinal))
                .Select(type => type.FullName!));
        }

        silent.ShouldBeEmpty();
    }

    [Fact]
    public void Every_measure_has_a_page_and_describes_its_inputs_options_and_outputs()
    {
        MeasureCatalogue.All.All.ShouldNotBeEmpty();
        foreach (Measure measure in MeasureCatalogue.All.All)
        {
            string[] parts = measure.Id.Split('.');
            File.Exists(Path.Combine(SharedFolder.RepositoryRoot, "docs", "methods", parts[0], parts[1] + ".md"))
                .ShouldBeTrue($"{measure.Id} has no page in docs/methods");
            measure.Source.ShouldNotBeNullOrWhiteSpace(measure.Id);
            measure.Outputs.ShouldNotBeEmpty(measure.Id);
            measure.Options.ShouldAllBe(option => option.Meaning.Length > 0, measure.Id);
        }
    }

    private static string CommentsOf(XDocument comments, Type type) => string.Concat(comments.Descendants("member")
        .Where(member => member.Attribute("name")!.Value is { } name
            && (name == $"T:{type.FullName}" || name.StartsWith(
                $"M:{type.FullName}.Estimate(", StringComparison.Ordinal)))
        .Select(member => member.Value));
}
