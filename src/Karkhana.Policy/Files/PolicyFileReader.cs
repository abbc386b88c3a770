using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Errors;

namespace Karkhana.Policy;

/// <summary>Reads a policy file: the schema first, then what a schema cannot say, then the policies.</summary>
internal sealed class PolicyFileReader
{
    private const int MostCharacters = 4_000_000;
    private const int MostDepth = 16;

    private readonly string _file;
    private readonly DataProblems _problems = new();

    private PolicyFileReader(string file) => _file = file;

    public static PolicyFile Read(string text, string file, LeverMenu? shipped)
    {
        PolicyFileReader reader = new(file);
        using JsonDocument? document = reader.Parse(text);
        reader._problems.ThrowIfErrors();
        using JsonDocument schema = JsonDocument.Parse(PolicyFile.Schema());
        IReadOnlyList<SchemaFault> faults = SchemaCheck.Faults(schema.RootElement, document!.RootElement);
        foreach (SchemaFault fault in faults)
        {
            reader.Add(fault);
        }

        PolicyFile read = reader.Read(document.RootElement, faults, shipped);
        reader._problems.ThrowIfErrors();
        return read;
    }

    private JsonDocument? Parse(string text)
    {
        if (text.Length > MostCharacters)
        {
            Add(null, "$", "file-too-large", string.Create(CultureInfo.InvariantCulture, $"at most {MostCharacters} characters"), string.Create(CultureInfo.InvariantCulture, $"{text.Length}"));
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Add(null, null, "empty-file", "a JSON object with policies", "an empty file");
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = MostDepth,
            });
        }
        catch (JsonException error)
        {
            Add(error.LineNumber + 1, null, "no-json", "a JSON text", JsonFault.Describe(error));
            return null;
        }
    }

    private PolicyFile Read(JsonElement root, IReadOnlyList<SchemaFault> faults, LeverMenu? shipped)
    {
        PolicyRules rules = new(faults, (path, code, expected, found) => Add(null, path, code, expected, found));
        Lever[] own = [.. rules.Sound(root, "$", "levers").Select(item => PolicyElements.ReadLever(item.Value))];
        rules.CheckOnce([.. (shipped?.Levers ?? []).Concat(own).Select((lever, place) => (lever.Id, $"$.levers[{Invariant(place - (shipped?.Levers.Count ?? 0))}].id"))]);
        LeverMenu menu = shipped is null
            ? new LeverMenu(PolicyElements.Text(root, "version"), PolicyElements.Text(root, "status"), own)
            : shipped with { Levers = [.. shipped.Levers, .. own] };
        menu = PolicyElements.WithGapFactor(menu, root, faults);
        List<PlannedPolicy> policies = [];
        List<(string Id, string Path)> ids = [];
        foreach ((string path, JsonElement value) in PolicyRules.All(root, "$", "policies"))
        {
            if (rules.Check(value, path, menu, out string? id) is Lever lever && !_problems.HasErrors)
            {
                policies.Add(PolicyElements.ReadPolicy(value, lever));
            }

            ids.Add((id ?? path, path + ".id"));
        }

        rules.CheckOnce(ids);
        return new PolicyFile(menu, _problems.HasErrors ? null : PolicyElements.ReadMoney(root), policies) { FileName = _file };
    }

    private void Add(SchemaFault fault)
    {
        bool dose = fault.Path.Contains(".dose.", StringComparison.Ordinal);
        (string code, string expected) = (fault.Code, dose) switch
        {
            ("duplicate-key", true) => ("contradictory-dose", "one dose for a mechanism; two contradict each other or add up unseen"),
            ("unknown-key", true) => ("unknown-mechanism", $"a mechanism ({string.Join(", ", DoseText.Targets)})"),
            ("not-allowed", true) => ("dose-on-outcome", fault.Expected),
            _ => (fault.Code, fault.Expected),
        };
        Add(null, fault.Path, code, expected, fault.Found);
    }

    private void Add(long? row, string? path, string code, string expected, string found) =>
        _problems.Add(new DataProblem(Severity.Error, code, _file, row, path, expected, found, HintFor(code)));

    private static string HintFor(string code) => code switch
    {
        "dose-on-outcome" => "Say by which mechanism it works: effectiveness theta, cost c, money S, incentive rho and so on.",
        "missing-key" => "No policy is delivered perfectly by default: say how many take part, what it costs, how it fades and fails.",
        "empty-file" => "Write policies as docs/framework/policy-files.md shows, or leave out --policies for those that ship.",
        "no-json" => "Check commas, quotes and brackets near the line.",
        "unknown-lever" => "Take a lever of the menu, or describe your own under levers.",
        "no-dose" => "Only the baseline does nothing; say what the policy moves.",
        _ => "",
    };

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
