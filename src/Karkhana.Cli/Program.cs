using System.CommandLine;
using System.Globalization;
using Karkhana.Cli.Commands;
using Karkhana.Cli.Output;
using Karkhana.Core.Errors;

namespace Karkhana.Cli;

/// <summary>The command line: parses, calls the library, turns what went wrong into words and an exit code.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using Interruption interruption = new();
        RootCommand root = new("Karkhana: a workbench for cluster diagnostics.")
        {
            MeasuresCommand.Create(),
            ItemsCommand.Create(),
            ComputeCommand.Create(),
            VerifyCommand.Create(),
            NewCommand.Create(),
            ValidateCommand.Create(),
            MatchNamesCommand.Create(),
            DiagnoseCommand.Create(),
            NetworkCommand.Create(),
            ProfileCommand.Create(),
            PlanCommand.Create(),
            SimulateCommand.Create(),
            CompletionCommand.Create(),
        };
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in CallProblems.Of(parsed))
            {
                Console.Error.WriteLine(message);
            }

            Console.Error.WriteLine("Try 'karkhana --help'.");
            return ExitCode.Usage;
        }

        // Math.NET would share out every factorisation, that of a hundred rows too, to threads of the pool, beside those of the replicate
        // engine: that costs more than it gives. It is a setting of the process, so the shell makes it and not the library.
        MathNet.Numerics.Control.MaxDegreeOfParallelism = 1;
        return Run(parsed, interruption.Token);
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return parsed.InvokeAsync(configuration, cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled; nothing was left behind.");
            return ExitCode.Cancelled;
        }
        catch (StudyException exception)
        {
            ProblemList.Write(Console.Error, exception.Problems, exception.Message);
            return ExitCode.DataOrCheckFailed;
        }
        catch (ArgumentException exception)
        {
            // The name of a parameter means nothing to those who did not write the call.
            Console.Error.WriteLine(exception.Message.Split(" (Parameter '")[0]);
            return ExitCode.DataOrCheckFailed;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.DataOrCheckFailed;
        }
    }
}
