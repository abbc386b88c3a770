using System.CommandLine;
using System.Text.Json.Nodes;
using Karkhana.Cli.Output;
using Karkhana.Core.Errors;
using Karkhana.Data.Results;
using Karkhana.Data.Surveys;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana items</c>: the item bank, so that a form can be made from it.</summary>
internal static class ItemsCommand
{
    public static Command Create()
    {
        Option<string?> block = new("--block") { Description = "Only the items of one block, such as C" };
        Option<string> language = new("--language")
        {
            HelpName = string.Join("|", ItemBank.Languages),
            Description = "Language of wording and anchors",
            DefaultValueFactory = _ => ItemBank.Languages[0],
        };
        language.AcceptOnlyFromAmong([.. ItemBank.Languages]);
        Option<string?> bank = new("--bank") { Description = "A bank of your own, checked first, instead of the one that ships" };
        Option<ListFormat> format = new("--format")
        {
            HelpName = "text|json|csv",
            Description = "text for people, json and csv for programs (then nothing else goes to standard output)",
            DefaultValueFactory = _ => ListFormat.Text,
        };
        Command command = new(
            "items", "The item bank: questions by block, with scales and anchors, to make a form from") { block, language, bank, format };
        command.SetAction(parsed => List(
            parsed.GetValue(bank), parsed.GetValue(block), parsed.GetRequiredValue(language), parsed.GetValue(format)));
        return command;
    }

    private static int List(string? file, string? block, string language, ListFormat format)
    {
        ItemBank bank = file is null ? ItemBank.Default : ItemBank.Read(file);
        string[] blocks = [.. bank.Items.Select(item => item.Item.Block).Distinct()];
        if (block is not null && !blocks.Contains(block))
        {
            Console.Error.WriteLine($"There is no block {block}; there are {string.Join(", ", blocks)}. Try 'karkhana items --help'.");
            return ExitCode.Usage;
        }

        BankItem[] items = [.. bank.Items.Where(item => block is null || item.Item.Block == block)];
        int untranslated = items.Count(item => !item.Item.Labels.ContainsKey(language));
        if (untranslated > 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant(
                $"{untranslated} of {items.Length} items have no wording in the language {language} yet; theirs is left empty."));
        }

        if (file is not null)
        {
            WriteWarnings(file);
        }

        switch (format)
        {
            case ListFormat.Json:
                JsonOutput.Write(new JsonArray([.. items.Select(item => (JsonNode)ToJson(bank, item, language))]));
                break;
            case ListFormat.Csv:
                CsvTable.Write(bank.ToTable(block, language), Console.Out);
                break;
            default:
                WriteForPeople(items, language);
                break;
        }

        return ExitCode.Well;
    }

    private static void WriteWarnings(string file)
    {
        IReadOnlyList<DataProblem> problems = ItemBank.Check(file);
        if (problems.Count > 0)
        {
            ProblemList.Write(Console.Error, problems, "");
        }
    }

    private static void WriteForPeople(BankItem[] items, string language)
    {
        int width = items.Max(item => item.Item.Id.Length);
        foreach (BankItem item in items)
        {
            string wording = item.Item.Labels.GetValueOrDefault(language, "");
            Console.Out.WriteLine($"{item.Item.Id.PadRight(width)}  {item.Item.Scale,-2}  {wording}".TrimEnd());
        }
    }

    private static JsonObject ToJson(ItemBank bank, BankItem entry, string language)
    {
        SurveyItem item = entry.Item;
        return new JsonObject
        {
            ["item"] = item.Id,
            ["block"] = item.Block,
            ["construct"] = item.Construct,
            ["scale"] = item.Scale,
            ["min"] = Number(item.Minimum),
            ["max"] = Number(item.Maximum),
            ["reverse"] = item.Reverse,
            ["function"] = Text(item.Function),
            ["complexity"] = item.Complexity == 0 ? null : item.Complexity,
            ["applies_to"] = Text(entry.AppliesTo),
            ["expected"] = Number(item.Expected),
            ["version"] = entry.Version,
            ["wording"] = item.Labels.GetValueOrDefault(language),
            ["anchors"] = new JsonArray([.. bank.AnchorsOf(entry.Anchors).Select(step => (JsonNode)new JsonObject
            {
                ["value"] = step.Value,
                ["label"] = step.Labels.GetValueOrDefault(language),
            })]),
        };
    }

    private static JsonNode? Number(double value) => double.IsNaN(value) ? null : value;

    private static JsonNode? Text(string text) => text.Length == 0 ? null : text;
}
