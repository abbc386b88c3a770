using System.Diagnostics;

namespace Karkhana.Testing;

/// <summary>Runs scripts in R, where it is there.</summary>
public static class RScripts
{
    /// <summary>Says whether R is there with packages.</summary>
    public static bool Has(params string[] packages)
    {
        try
        {
            string test = string.Join("; ", packages.Select(package => $"stopifnot(requireNamespace('{package}', quietly = TRUE))").Prepend("TRUE"));
            return Run(Path.GetTempPath(), "-e", test).Exit == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Runs a script in its folder.</summary>
    public static (int Exit, string Output) Run(string folder, params string[] arguments) => Run(folder, packages: true, arguments);

    /// <summary>Runs a script in its folder, with or without the packages that it uses where they are installed.</summary>
    public static (int Exit, string Output) Run(string folder, bool packages, params string[] arguments)
    {
        ProcessStartInfo start = new("Rscript") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["KARKHANA_BASE_R"] = packages ? "" : "1";
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors.Result + output);
    }
}
