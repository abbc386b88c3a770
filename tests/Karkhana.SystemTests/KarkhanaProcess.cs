using System.Diagnostics;
using Karkhana.Testing;

namespace Karkhana.SystemTests;

/// <summary>Runs the command line as a user would: in a process of its own.</summary>
internal static class KarkhanaProcess
{
    public static string Punjab { get; } = Path.Combine(
        SharedFolder.RepositoryRoot, "studies", "punjab-farm-equipment");

    public static Process Start(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string,
        string>? environment = null,
        string? folder = null)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "karkhana.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static (int ExitCode, string Output, string Errors) Run(
        params IReadOnlyList<string> arguments) => Run(null, null, arguments);

    public static (int ExitCode, string Output, string Errors) Run(
        IReadOnlyDictionary<string, string>? environment, string? folder, params IReadOnlyList<string> arguments)
    {
        using Process process = Start(arguments, environment, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }
}
