using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>Reads the fields of one JSON object and reports what is wrong with each; what was not asked for is wrong too.</summary>
internal sealed class ScenarioFields
{
    private const int MostShown = 60;

    private readonly JsonElement _object;
    private readonly string _path;
    private readonly string _file;
    private readonly DataProblems _problems;
    private readonly HashSet<string> _asked = [];

    public ScenarioFields(JsonElement element, string path, string file, DataProblems problems)
    {
        (_object, _path, _file, _problems) = (element, path, file, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report("wrong-type", path, "an object", Shown(element));
        }
    }

    public string Path => _path;

    public string Text(string name, bool required = true)
    {
        if (!Find(name, required, out JsonElement value))
        {
            return "";
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString()!;
        }

        Report("wrong-type", Of(name), "a text", Shown(value));
        return "";
    }

    public double Number(string name, double least, double most, double unless)
    {
        if (!Find(name, required: false, out JsonElement value))
        {
            return unless;
        }

        if (value.ValueKind == JsonValueKind.Number && value.GetDouble() is double number && number >= least && number <= most)
        {
            return number;
        }

        Report("out-of-range", Of(name), Invariant($"a number from {least} to {most}"), Shown(value));
        return unless;
    }

    public int Whole(string name, int least, int most, int unless)
    {
        if (!Find(name, required: false, out JsonElement value))
        {
            return unless;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most)
        {
            return number;
        }

        Report("out-of-range", Of(name), Invariant($"a whole number from {least} to {most}"), Shown(value));
        return unless;
    }

    public IEnumerable<ScenarioFields> List(string name)
    {
        if (!Find(name, required: true, out JsonElement value))
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Report("wrong-type", Of(name), "a list", Shown(value));
            yield break;
        }

        int position = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            yield return new ScenarioFields(item, Invariant($"{Of(name)}[{position++}]"), _file, _problems);
        }
    }

    /// <summary>Reports the fields that nobody asked for.</summary>
    public void Close()
    {
        if (_object.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in _object.EnumerateObject().Where(property => !_asked.Contains(property.Name)))
            {
                Report("unknown-key", Of(property.Name), $"one of {string.Join(", ", _asked.Order(StringComparer.Ordinal))}", property.Name);
            }
        }
    }

    public void Report(string code, string path, string expected, string found) => _problems.Add(
        new DataProblem(Severity.Error, code, _file, null, path, expected, found, ""));

    private bool Find(string name, bool required, out JsonElement value)
    {
        _asked.Add(name);
        value = default;
        bool found = _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out value);
        if (!found && required && _object.ValueKind == JsonValueKind.Object)
        {
            Report("missing-key", Of(name), name, "nothing");
        }

        return found;
    }

    private string Of(string name) => $"{_path}.{name}";

    private static string Shown(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= MostShown ? text : string.Concat(text.AsSpan(0, MostShown), "…");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
