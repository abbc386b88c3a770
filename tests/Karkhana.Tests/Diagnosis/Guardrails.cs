using System.Text.Json;
using System.Text.RegularExpressions;
using Karkhana.Testing;

namespace Karkhana.Tests.Diagnosis;

/// <summary>What texts may and may not say: docs/framework/guardrails.json, read.</summary>
internal sealed record Guardrails(
    IReadOnlyList<(string Id, Regex Pattern)> Forbidden,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<(string Keys, string Pattern)> Required,
    IReadOnlyList<Regex> Formats,
    int LeastOfCell)
{
    public static Guardrails Read()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", "guardrails.json")));
        JsonElement root = file.RootElement;
        string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
        return new Guardrails(
            [.. root.GetProperty("forbidden").EnumerateArray().Select(row => (Text(row, "id"), new Regex(Text(row, "pattern"), RegexOptions.IgnoreCase)))],
            [.. root.GetProperty("allowed_phrases").EnumerateArray().Select(row => Text(row, "phrase"))],
            [.. root.GetProperty("required").EnumerateArray().Select(row => (Text(row, "keys"), Text(row, "pattern")))],
            [.. root.GetProperty("formats").EnumerateArray().Select(row => new Regex(Text(row, "pattern")))],
            root.GetProperty("cells").GetProperty("least").GetInt32());
    }

    /// <summary>Gives the rules that a text breaks; ids, which have no space, are not texts.</summary>
    public IEnumerable<string> Broken(string text)
    {
        string said = Allowed.Aggregate(text, (current, phrase) => current.Replace(phrase, "", StringComparison.OrdinalIgnoreCase));
        return said.Contains(' ') ? Forbidden.Where(rule => rule.Pattern.IsMatch(said)).Select(rule => rule.Id) : [];
    }

    public IEnumerable<Regex> WrongFormats(string text) => Formats.Where(format => format.IsMatch(text));
}
