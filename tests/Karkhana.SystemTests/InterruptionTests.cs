using System.Diagnostics;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>A run that is stopped leaves nothing that looks like results.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public void Ten_kills_leave_no_folder_that_looks_whole_and_the_next_run_clears_up()
    {
        using TemporaryFolder folder = new();
        for (int moment = 0; moment < 10; moment++)
        {
            using Process process = KarkhanaProcess.Start(
                ["diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--replicates", "299", "--levers", "0"]);
            bool ended = process.WaitForExit(200 + (moment * 350));
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            if (Directory.Exists(folder["results"]))
            {
                // It may have ended before the kill; then it must be whole.
                (ended || File.Exists(folder["results/manifest.json"])).ShouldBeTrue();
                File.Exists(folder["results/report.html"]).ShouldBeTrue();
                File.Exists(folder["results/manifest.json"]).ShouldBeTrue();
            }

            foreach (string left in Directory.EnumerateDirectories(folder.Path, ".*.partial"))
            {
                Path.GetFileName(left).ShouldStartWith(".");
            }
        }

        KarkhanaProcess.Run(
            "diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--replicates", "19", "--levers", "0").ExitCode.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_interrupt_stops_within_a_second_with_exit_code_3_and_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends SIGINT, which Windows does not have.");
        using TemporaryFolder folder = new();
        using Process process = KarkhanaProcess.Start(
            ["diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--replicates", "1000000"]);
        process.WaitForExit(2500).ShouldBeFalse();
        long sent = Stopwatch.GetTimestamp();
        using (Process kill = Process.Start("kill", ["-INT", FormattableString.Invariant($"{process.Id}")]))
        {
            kill.WaitForExit();
        }

        process.WaitForExit(20_000).ShouldBeTrue();
        Stopwatch.GetElapsedTime(sent).TotalSeconds.ShouldBeLessThan(3); // the promise is 1 s; a busy machine gets some more
        process.ExitCode.ShouldBe(3);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }
}
