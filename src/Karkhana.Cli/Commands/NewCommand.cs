using System.CommandLine;
using Karkhana.Examples;

namespace Karkhana.Cli.Commands;

/// <summary><c>karkhana new</c>: a new study from a template or an example.</summary>
internal static class NewCommand
{
    private const string Template = "template";

    public static Command Create()
    {
        Argument<string> folder = new("folder") { Description = "Folder to make; must be new or empty" };
        Option<string> example = new("--example") { Description = "Example to write instead of the template", DefaultValueFactory = _ => Template };
        example.AcceptOnlyFromAmong([.. ExampleStudies.Names]);
        Option<ulong> seed = new("--seed") { Description = "Seed of the synthetic rows", DefaultValueFactory = _ => 2003 };
        Command command = new(
            "new", "Make a new study from a template, with a small example") { folder, example, seed };
        command.SetAction((parsed, cancellationToken) =>
        {
            string target = parsed.GetRequiredValue(folder);
            ExampleStudies.Write(parsed.GetRequiredValue(example), target, parsed.GetValue(seed), cancellationToken);
            Console.Out.WriteLine($"Made {target}. All rows are synthetic; put your own files in their place, then run: karkhana validate {target}");
            return Task.FromResult(ExitCode.Well);
        });
        return command;
    }
}
