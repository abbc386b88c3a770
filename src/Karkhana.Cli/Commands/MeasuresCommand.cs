using System.CommandLine;
using System.Text.Json.Nodes;
using Karkhana.Cli.Output;
using Karkhana.Core.Measures;
using Karkhana.Measures;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana measures</c>: the catalogue, generated from the code.</summary>
internal static class MeasuresCommand
{
    public static Command Create()
    {
        Option<OutputFormat> format = CommonOptions.Format();
        Argument<string?> id = new("id") { Description = "Show one measure in full", Arity = ArgumentArity.ZeroOrOne };
        Command command = new("measures", "The catalogue of measures: inputs, options, outputs") { id, format };
        command.SetAction(parsed => List(parsed.GetValue(id), parsed.GetValue(format)));
        return command;
    }

    private static int List(string? id, OutputFormat format)
    {
        Measure[] shown = [.. MeasureCatalogue.All.All.Where(measure => id is null || measure.Id == id)];
        if (shown.Length == 0)
        {
            Console.Error.WriteLine($"There is no measure {id}; 'karkhana measures' lists them.");
            return ExitCode.Usage;
        }

        if (format == OutputFormat.Json)
        {
            JsonOutput.Write(new JsonArray([.. shown.Select(ToJson)]));
        }
        else if (id is null)
        {
            int width = shown.Max(measure => measure.Id.Length);
            foreach (Measure measure in shown)
            {
                Console.Out.WriteLine($"{measure.Id.PadRight(width)}  {measure.Summary}");
            }
        }
        else
        {
            WriteInFull(shown[0]);
        }

        return ExitCode.Well;
    }

    private static void WriteInFull(Measure measure)
    {
        Console.Out.WriteLine($"{measure.Id}\n  {measure.Summary}\n  Source: {measure.Source}\n\nInputs");
        foreach (InputSpec input in measure.Inputs)
        {
            Console.Out.WriteLine($"  {input.Name}{(input.Required ? "" : " (optional)")}: {input.Roles}");
        }

        Console.Out.WriteLine("\nOptions");
        foreach (OptionSpec option in measure.Options)
        {
            Console.Out.WriteLine($"  {option.Name} ({option.Type}; {(option.Default is null ? "required" : $"default {option.Default}")}): {option.Meaning}");
        }

        Console.Out.WriteLine("\nOutputs");
        foreach (OutputSpec output in measure.Outputs)
        {
            Console.Out.WriteLine($"  {output.Name} ({output.Shape.ToString().ToLowerInvariant()}): {output.Meaning}");
        }
    }

    private static JsonNode ToJson(Measure measure) => new JsonObject
    {
        ["id"] = measure.Id,
        ["summary"] = measure.Summary,
        ["source"] = measure.Source,
        ["inputs"] = new JsonArray([.. measure.Inputs.Select(input => (JsonNode)new JsonObject
        {
            ["name"] = input.Name,
            ["roles"] = input.Roles,
            ["required"] = input.Required,
        })]),
        ["options"] = new JsonArray([.. measure.Options.Select(option => (JsonNode)new JsonObject
        {
            ["name"] = option.Name,
            ["type"] = option.Type,
            ["default"] = option.Default is null ? null : JsonNode.Parse(option.Default),
            ["required"] = option.Default is null,
            ["meaning"] = option.Meaning,
        })]),
        ["outputs"] = new JsonArray([.. measure.Outputs.Select(output => (JsonNode)new JsonObject
        {
            ["name"] = output.Name,
            ["shape"] = output.Shape.ToString().ToLowerInvariant(),
            ["meaning"] = output.Meaning,
        })]),
    };
}
