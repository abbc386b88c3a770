using System.Text.Json;
using Karkhana.Core.Policies;
using Karkhana.Policy;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Policy;

/// <summary>That the published schema of policy files and the code that reads them say the same.</summary>
public sealed class PolicySchemaTests
{
    [Fact]
    public void The_schema_names_the_mechanisms_and_facts_that_the_code_knows()
    {
        using JsonDocument schema = JsonDocument.Parse(PolicyFile.Schema());
        JsonElement policy = schema.RootElement.GetProperty("$defs").GetProperty("policy").GetProperty("properties");
        JsonElement logit = policy.GetProperty("takeup").GetProperty("properties").GetProperty("logit").GetProperty("properties");
        string[] doses = DoseWords();

        logit.EnumerateObject().Select(property => property.Name).ShouldBe(["const", .. FirmFacts.All]);
        doses.Length.ShouldBe(Enum.GetValues<DoseTarget>().Length);
        string all = string.Join(',', doses.Select(dose => $"\"{dose}\":\"+0.1\""));
        PolicyFile.Read(PolicyFileTests.Wrapped(PolicyFileTests.Example.Replace("\"theta\":\"+0.10 log\",\"AC\":\"+0.05\",\"c\":\"-0.05 log\"", all)), "mine.json").Policies[0].Intervention.Doses
            .Select(dose => dose.Target).ShouldBe(Enum.GetValues<DoseTarget>(), ignoreOrder: true);
    }

    [Fact]
    public void The_schema_uses_no_keyword_that_is_not_held_against_files()
    {
        using JsonDocument schema = JsonDocument.Parse(PolicyFile.Schema());

        KeywordsOf(schema.RootElement).Distinct().Except(SchemaCheckKeywords).ShouldBeEmpty();
    }

    private static readonly string[] SchemaCheckKeywords =
    [
        "$schema", "$defs", "$ref", "title", "description", "type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "exclusiveMinimum", "minItems", "maxItems", "items", "properties", "additionalProperties", "required", "dependentRequired", "not",
    ];

    private static IEnumerable<string> KeywordsOf(JsonElement schema)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            yield return keyword.Name;
            IEnumerable<JsonElement> inner = keyword.Name switch
            {
                "properties" or "$defs" => keyword.Value.EnumerateObject().Select(property => property.Value),
                "items" => [keyword.Value],
                "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => [keyword.Value],
                _ => [],
            };
            foreach (string name in inner.SelectMany(KeywordsOf))
            {
                yield return name;
            }
        }
    }

    /// <summary>Gets the words for doses that the schema knows.</summary>
    internal static string[] DoseWords()
    {
        using JsonDocument schema = JsonDocument.Parse(PolicyFile.Schema());
        return [.. schema.RootElement.GetProperty("$defs").GetProperty("policy").GetProperty("properties").GetProperty("dose").GetProperty("properties")
            .EnumerateObject().Where(property => property.Value.GetProperty("$ref").GetString() == "#/$defs/dose").Select(property => property.Name)];
    }
}
