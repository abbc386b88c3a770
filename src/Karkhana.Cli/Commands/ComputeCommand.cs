using System.CommandLine;
using System.Text.Json;
using Karkhana.Cli.Output;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Measures;
using Karkhana.Data.Files;
using Karkhana.Measures;
using Karkhana.Requests;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana compute</c>: one measure, JSON in, JSON out.</summary>
internal static class ComputeCommand
{
    public static Command Create()
    {
        Argument<string> id = new("measure") { HelpName = "measure", Description = "Id of the measure, as in 'karkhana measures'" };
        id.CompletionSources.Add(_ => MeasureCatalogue.All.All.Select(
            measure => new System.CommandLine.Completions.CompletionItem(measure.Id)));
        Option<string> input = new("--input", "-i")
        {
            Description = "The request as a JSON file, or - for standard input: data, input, options",
            Required = true,
        };
        Option<int> workers = CommonOptions.Workers();
        Command command = new("compute", "Compute one measure: JSON in, JSON out") { id, input, workers };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(
            Compute(
                parsed.GetRequiredValue(id), parsed.GetRequiredValue(input), parsed.GetValue(workers),
                cancellationToken)));
        return command;
    }

    private static int Compute(string id, string input, int workers, CancellationToken cancellationToken)
    {
        if (MeasureCatalogue.All.Find(id) is not { } measure)
        {
            Console.Error.WriteLine($"There is no measure {id}; 'karkhana measures' lists them.");
            return ExitCode.Usage;
        }

        using JsonDocument document = Parse(input);
        JsonElement root = document.RootElement;
        string folder = input == "-" ? "." : Path.GetDirectoryName(Path.GetFullPath(input))!;
        MeasureRequest request = RequestReader.Read(root, name => TableOf(root, name, folder));
        IMeasureResult result = measure.Compute(request, new ExecutionOptions { Workers = workers }, cancellationToken);
        JsonOutput.Write(AnswerWriter.Write(id, result));
        return ExitCode.Well;
    }

    private static JsonDocument Parse(string input)
    {
        try
        {
            using Stream stream = input == "-" ? Console.OpenStandardInput() : File.OpenRead(input);
            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            throw new ArgumentException(
                $"The request is not valid JSON, at line {(exception.LineNumber ?? 0) + 1}: {JsonFault.Describe(exception)}", nameof(input), exception);
        }
    }

    private static CellTable TableOf(JsonElement root, string name, string folder) =>
        root.TryGetProperty("data", out JsonElement data) && data.TryGetProperty(name, out JsonElement path)
            ? CellTableReader.Read(Path.Combine(folder, path.GetString()!))
            : throw new ArgumentException($"The request names no table {name} in data.", nameof(name));
}
