using System.ComponentModel;
using System.Diagnostics;

namespace Karkhana.Reporting;

/// <summary>Prints a report to PDF with the Chromium or Chrome of the machine, without a network and with a profile of
/// its own.</summary>
public static class PdfPrinter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["chrome.exe", "msedge.exe", "chromium.exe"]
        : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Finds a browser that can print.</summary>
    /// <returns>The full path of the program, or null when there is none.</returns>
    public static string? FindBrowser() => Folders()
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .Append("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .Append("/Applications/Chromium.app/Contents/MacOS/Chromium")
        .FirstOrDefault(File.Exists);

    /// <summary>Prints an HTML file as PDF.</summary>
    /// <param name="htmlPath">The report.</param>
    /// <param name="pdfPath">The PDF to write; an older one is replaced.</param>
    /// <param name="cancellationToken">Ends the browser and leaves no half file.</param>
    /// <returns>A task that ends when the file is there.</returns>
    /// <exception cref="FileNotFoundException">There is no such report.</exception>
    /// <exception cref="InvalidOperationException">There is no browser, or it failed; the message says what it
    /// said.</exception>
    public static async Task Print(string htmlPath, string pdfPath, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(htmlPath);
        ArgumentException.ThrowIfNullOrEmpty(pdfPath);
        if (!File.Exists(htmlPath))
        {
            throw new FileNotFoundException($"There is no report to print at {htmlPath}.", htmlPath);
        }

        string browser = FindBrowser() ?? throw new InvalidOperationException(
            "A PDF needs Chromium or Google Chrome, and none was found. Install one (Debian: apt-get install chromium) or print the HTML report from any browser.");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("karkhana-print-");
        try
        {
            string printed = Path.Combine(folder.FullName, "report.pdf");
            await Run(browser, Arguments(htmlPath, printed, folder), cancellationToken).ConfigureAwait(false);
            if (!File.Exists(printed))
            {
                throw new InvalidOperationException($"{browser} ended without writing a PDF.");
            }

            File.Move(printed, pdfPath, overwrite: true);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static IEnumerable<string> Folders()
    {
        IEnumerable<string> path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return OperatingSystem.IsWindows()
            ? path.Concat(
                from root in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                from program in new[] { @"Google\Chrome\Application", @"Microsoft\Edge\Application", @"Chromium\Application" }
                select Path.Combine(Environment.GetFolderPath(root), program))
            : path.Concat(["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"]);
    }

    private static IEnumerable<string> Arguments(string htmlPath, string printed, DirectoryInfo folder)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--no-pdf-header-footer", "--virtual-time-budget=8000",
            $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", $"--print-to-pdf={printed}",
        ];
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            arguments.Add("--no-sandbox"); // Chromium refuses to run as root with its sandbox
        }

        return arguments.Append(new Uri(Path.GetFullPath(htmlPath)).AbsoluteUri);
    }

    private static async Task Run(string browser, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(browser, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using Process process = Start(start);
        try
        {
            Task<string> words = process.StandardError.ReadToEndAsync(limit.Token);
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            await output.ConfigureAwait(false);
            string said = await words.ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException(
                    $"{browser} could not print the report (exit code {process.ExitCode}): {Last(said)}");
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"{browser} did not finish printing within {Patience.TotalSeconds:0} seconds.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException(
                $"{start.FileName} could not be started.");
        }
        catch (Win32Exception problem)
        {
            throw new InvalidOperationException($"{start.FileName} could not be started: {problem.Message}", problem);
        }
    }

    private static string Last(string said) => said.Length > 600 ? "…" + said[^600..].Trim() : said.Trim();

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A helper of the browser may still hold a file of its profile; the temporary folder is cleared by the
            // system.
        }
    }
}
