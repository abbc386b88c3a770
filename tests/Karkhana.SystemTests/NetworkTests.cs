using System.Diagnostics;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>Networks for other programs: with ids for the owner, without in results.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void The_owner_gets_every_format_and_is_told_to_keep_it()
    {
        using TemporaryFolder folder = new();

        (int exit, string output, string errors) = KarkhanaProcess.Run("network", KarkhanaProcess.Punjab, "--out", folder["network"]);

        exit.ShouldBe(0, errors);
        output.ShouldContain("SYNTHETIC");
        output.ShouldContain("2893 ties (advice, kin, subcontract)");
        output.ShouldContain("Keep them to yourself");
        Directory.EnumerateFiles(folder["network"], "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder["network"], file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).ShouldBe(
            [
                "manifest.json", "network.gexf", "network.graphml", "network_nodes.csv", "network_ties.csv", "rsiena/actors.csv", "rsiena/actors.txt",
                "rsiena/advice_wave1.txt", "rsiena/categories.csv", "rsiena/kin_wave1.txt", "rsiena/read_waves.R", "rsiena/subcontract_wave1.txt",
            ]);
        File.ReadLines(folder["network/network_ties.csv"]).Count().ShouldBe(2894);
        XDocument graph = XDocument.Load(folder["network/network.graphml"]);
        graph.Descendants(graph.Root!.Name.Namespace + "edge").Count().ShouldBe(2893);
    }

    [Fact]
    public void One_kind_in_one_format_replaces_an_earlier_run_and_nothing_else()
    {
        using TemporaryFolder folder = new();
        KarkhanaProcess.Run("network", KarkhanaProcess.Punjab, "--out", folder["network"], "--format", "gexf").ExitCode.ShouldBe(0);

        (int exit, string output, string errors) = KarkhanaProcess.Run(
            "network", KarkhanaProcess.Punjab, "--out", folder["network"], "--kind", "kinship", "--format", "csv");

        exit.ShouldBe(0, errors);
        output.ShouldContain("578 ties (kin)");
        Directory.EnumerateFiles(folder["network"]).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(["manifest.json", "network_nodes.csv", "network_ties.csv"]);
        File.WriteAllText(folder["network/notes.txt"], "mine");
        KarkhanaProcess.Run("network", KarkhanaProcess.Punjab, "--out", folder["network"]).ExitCode.ShouldBe(1);
        File.ReadAllText(folder["network/notes.txt"]).ShouldBe("mine");
        Directory.EnumerateDirectories(folder.Path).Count().ShouldBe(1);
    }

    [Fact]
    public void Unknown_kinds_name_the_kinds_there_are_and_unknown_formats_are_wrong_usage()
    {
        using TemporaryFolder folder = new();

        (int exit, string output, string errors) = KarkhanaProcess.Run("network", KarkhanaProcess.Punjab, "--out", folder["network"], "--kind", "gossip");

        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain("advice, kin, subcontract");
        KarkhanaProcess.Run("network", KarkhanaProcess.Punjab, "--out", folder["network"], "--format", "pajek").ExitCode.ShouldBe(2);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task R_reads_the_waves_where_it_is_installed()
    {
        using TemporaryFolder folder = new();
        KarkhanaProcess.Run("network", KarkhanaProcess.Punjab, "--out", folder["network"], "--format", "rsiena").ExitCode.ShouldBe(0);
        int firms = File.ReadLines(folder["network/rsiena/actors.csv"]).Count() - 1;
        ProcessStartInfo start = new("Rscript", ["--vanilla", "read_waves.R"])
        {
            WorkingDirectory = folder["network/rsiena"],
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Rscript (Debian: r-base-core) is not installed.");
        }

        using (process)
        {
            CancellationToken stop = TestContext.Current.CancellationToken;
            Task<string> errors = process!.StandardError.ReadToEndAsync(stop);
            string said = await process.StandardOutput.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            process.ExitCode.ShouldBe(0, await errors);
            said.ShouldContain(FormattableString.Invariant($"advice {firms} {firms} 1 1686"));
        }
    }

    [Fact]
    public void Results_hold_the_network_that_the_report_draws_without_ids_or_names()
    {
        using TemporaryFolder folder = new();
        (int exit, _, string errors) = KarkhanaProcess.Run("diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--replicates", "19", "--levers", "0");
        exit.ShouldBe(0, errors);

        string[] ids = [.. File.ReadLines(Path.Combine(KarkhanaProcess.Punjab, "firms.csv")).Skip(1).Select(line => line.Split(',')[0])];
        string[] files = [.. Directory.EnumerateFiles(folder["results/networks"]).Order(StringComparer.Ordinal)];
        files.Select(Path.GetFileName).ShouldBe(["advice.gexf", "advice.graphml", "advice_nodes.csv", "advice_ties.csv"]);
        foreach (string text in files.Select(File.ReadAllText))
        {
            HashSet<string> words = [.. text.Split(['"', '<', '>', ',', '\n', ' '])];
            ids.ShouldAllBe(id => !words.Contains(id));
            words.ShouldContain("true"); // each row says that it is synthetic
        }

        File.ReadLines(folder["results/networks/advice_ties.csv"]).Count().ShouldBe(1687);
        string[] nodes = [.. File.ReadLines(folder["results/networks/advice_nodes.csv"])];
        nodes[0].ShouldBe("id,x,y,role,synthetic");
        double[] x = [.. nodes.Skip(1).Select(line => double.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))];
        x.ShouldBeInOrder();
    }
}
