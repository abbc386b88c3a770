using System.Diagnostics;
using System.Text.RegularExpressions;
using Karkhana.Core.Documents;
using Karkhana.Reporting;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests.Reporting;

/// <summary>A report as a real browser shows and prints it.</summary>
public sealed partial class ReportInBrowserTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("karkhana-browser-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_figure_is_drawn_under_the_policy_of_the_page()
    {
        string browser = PdfPrinter.FindBrowser() ?? SkipWithoutBrowser();
        Report report = SampleReport.Make();
        int figures = report.Sections.Sum(section => section.Blocks.Count(block => block is FigureBlock));

        string page = await Open(browser, Write(report), TestContext.Current.CancellationToken);

        MatchCollection drawings = Drawing().Matches(page);
        drawings.Count.ShouldBeGreaterThanOrEqualTo(figures);
        drawings.Count.ShouldBe(Regex.Count(page, "data-figure=\""));
        drawings.ShouldAllBe(drawing => drawing.Value.Contains("data-drawn=\"yes\""));
    }

    [Fact]
    public async Task A_report_prints_to_a_pdf()
    {
        _ = PdfPrinter.FindBrowser() ?? SkipWithoutBrowser();
        string file = Path.Combine(_folder.FullName, "report.pdf");

        await PdfPrinter.Print(Write(SampleReport.Make()), file, TestContext.Current.CancellationToken);

        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[..5].ShouldBe("%PDF-"u8.ToArray());
        bytes.Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task Cancelling_leaves_no_half_file()
    {
        _ = PdfPrinter.FindBrowser() ?? SkipWithoutBrowser();
        string file = Path.Combine(_folder.FullName, "report.pdf");
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => PdfPrinter.Print(Write(SampleReport.Make()), file, cancel.Token));

        File.Exists(file).ShouldBeFalse();
    }

    private static string SkipWithoutBrowser()
    {
        Assert.Skip("There is no Chromium or Chrome on this machine.");
        return "";
    }

    private string Write(Report report)
    {
        string file = Path.Combine(_folder.FullName, "report.html");
        File.WriteAllText(file, HtmlReport.Render(report, TextCatalogue.Load().With(SampleReport.Texts)));
        return file;
    }

    private async Task<string> Open(string browser, string file, CancellationToken cancellationToken)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage",
            "--virtual-time-budget=8000", $"--user-data-dir={Path.Combine(_folder.FullName, "profile")}", "--dump-dom",
        ];
        if (Environment.IsPrivilegedProcess)
        {
            arguments.Add("--no-sandbox");
        }

        ProcessStartInfo start = new(browser, arguments.Append(new Uri(file).AbsoluteUri)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync(cancellationToken);
        string page = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        process.ExitCode.ShouldBe(0, await said);
        return page;
    }

    [GeneratedRegex("<div class=\"drawing[^>]*data-figure=\"[^>]*>(<div[^>]*></div>)?<(svg|canvas|div[^>]*><svg)")]
    private static partial Regex Drawing();
}
