using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary><c>karkhana simulate</c> on the example study, short.</summary>
public sealed class SimulateTests
{
    [Fact]
    public void The_answer_is_a_table_for_people_and_a_whole_folder()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P02", "P12"));
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            ["simulate", KarkhanaProcess.Punjab, "--policies", folder["policies.json"], "--budget", "0", "--out", folder["results"], .. ShortSimulation.Options]);

        exit.ShouldBe(0, errors);
        output.ShouldStartWith("SYNTHETIC");
        output.ShouldContain("in the model", Case.Insensitive);
        output.ShouldContain("with another mix of regimes it can be another");
        output.ReplaceLineEndings(" ").Replace("     ", " ").ShouldContain("what is left is doing nothing");
        output.Split('\n').ShouldAllBe(line => line.Length <= 140);
        string report = File.ReadAllText(folder["results/report.html"]);
        report.ShouldContain("SYNTHETIC");
        report.ShouldContain("default-src 'none'");
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder["results/manifest.json"]));
        manifest.RootElement.GetProperty("options").GetProperty("budget").GetString().ShouldBe("0");
        foreach (JsonElement file in manifest.RootElement.GetProperty("outputs").EnumerateArray())
        {
            Hash(folder["results/" + file.GetProperty("name").GetString()]).ShouldBe(file.GetProperty("sha256").GetString());
        }

        foreach (string table in Directory.EnumerateFiles(folder["results/tables"], "*.csv"))
        {
            string header = File.ReadLines(table).First();
            (header.Split(',')[^1] == "synthetic" || Path.GetFileName(table) == "data_dictionary.csv").ShouldBeTrue(table);
        }

        Directory.EnumerateFiles(folder["results/documents"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            ["action-plan.html", "action-plan.md", "monitoring-plan.html", "monitoring-plan.md", "programme-design.html", "programme-design.md"]);
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(2); // no part is left over
    }

    [Fact]
    public void Programs_get_json_and_nothing_else_and_workers_do_not_change_a_byte()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P02"));
        foreach (string workers in (string[])["1", "3"])
        {
            (int exit, string output, string errors) = KarkhanaProcess.Run(
                ["simulate", KarkhanaProcess.Punjab, "--policies", folder["policies.json"], "--out", folder[workers], "--workers", workers, "--format", "json", "--quiet", .. ShortSimulation.Options]);
            exit.ShouldBe(0, errors);
            errors.ShouldBeEmpty();
            using JsonDocument json = JsonDocument.Parse(output);
            json.RootElement.GetProperty("synthetic").GetBoolean().ShouldBeTrue();
            json.RootElement.GetProperty("replicates").GetInt32().ShouldBe(4);
            json.RootElement.GetProperty("budget").ValueKind.ShouldBe(JsonValueKind.Null);
            JsonElement lever = json.RootElement.GetProperty("levers").EnumerateArray().Single();
            lever.GetProperty("policy").GetString().ShouldBe("P02");
            lever.GetProperty("better_than_nothing").GetProperty("runs").GetInt32().ShouldBe(4);
            json.RootElement.GetProperty("regime_mix").EnumerateObject().Sum(share => share.Value.GetDouble()).ShouldBe(1, 1e-9);
        }

        Differing(folder, "1", "3").ShouldBeEmpty();
    }

    [Fact]
    public void Sobol_indices_of_the_first_lever_come_when_they_are_asked_for()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P02"));
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            ["simulate", KarkhanaProcess.Punjab, "--policies", folder["policies.json"], "--out", folder["results"], "--sensitivity", "8", "--format", "json", "--quiet", .. ShortSimulation.Options]);

        exit.ShouldBe(0, errors);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement sensitivity = json.RootElement.GetProperty("sensitivity");
        int parameters = sensitivity.GetProperty("parameters").GetArrayLength();
        sensitivity.GetProperty("runs").GetInt32().ShouldBe(8 * (parameters + 2));
        File.ReadLines(folder["results/tables/gain_variance.csv"]).Count().ShouldBe(1 + parameters);
        File.ReadAllText(folder["results/report.html"]).ShouldContain("have not settled");
    }

    [Fact]
    public void Levers_are_run_together_when_that_is_asked_for()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P02", "P03", "P09", "P12"));
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            ["simulate", KarkhanaProcess.Punjab, "--policies", folder["policies.json"], "--out", folder["results"], "--pairs", "P12,P02,P09", "--factorial", "P02,P03,P09,P12", "--format", "json", "--quiet", .. ShortSimulation.Options]);

        exit.ShouldBe(0, errors);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement together = json.RootElement.GetProperty("combinations");
        together.GetProperty("sets").GetArrayLength().ShouldBe(15);
        together.GetProperty("pairs").EnumerateArray().Select(pair => string.Join('+', pair.GetProperty("policies").EnumerateArray().Select(id => id.GetString())))
            .ShouldBe(["P02+P09", "P02+P12", "P09+P12"]);
        together.GetProperty("factorial").GetArrayLength().ShouldBe(15);
        File.ReadLines(folder["results/tables/policy_interactions.csv"]).Count().ShouldBe(1 + 3 + 15);
        File.ReadLines(folder["results/tables/policy_combinations.csv"]).Count().ShouldBe(1 + 15);
        File.Exists(folder["results/figures/lever_pairs.svg"]).ShouldBeTrue();
        File.Exists(folder["results/figures/lever_factorial.svg"]).ShouldBeTrue();
        File.ReadAllText(folder["results/report.html"]).ShouldContain("Levers together");
        File.ReadAllText(folder["results/manifest.json"]).ShouldContain("P12 P02 P09");
    }

    [Fact]
    public void An_interrupt_leaves_nothing_and_with_resume_the_next_call_goes_on_and_gives_the_same_bytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends SIGINT, which Windows does not have.");
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P02", "P12"));
        string[] arguments = ["simulate", KarkhanaProcess.Punjab, "--policies", folder["policies.json"], "--pairs", "P02,P12", "--replicates", "30", "--draws", "5", "--horizon", "30"];
        Directory.CreateDirectory(folder["stopped"]);
        using (Process process = KarkhanaProcess.Start([.. arguments, "--out", folder["stopped/results"], "--resume"]))
        {
            string kept = folder["stopped/.karkhana-runs/results"];
            while (!process.HasExited && !(Directory.Exists(kept) && Directory.EnumerateFiles(kept, "*.block").Any()))
            {
                process.WaitForExit(20);
            }

            process.HasExited.ShouldBeFalse();
            Interrupt(process);
            process.WaitForExit(20_000).ShouldBeTrue();
            process.ExitCode.ShouldBe(3);
            Directory.Exists(folder["stopped/results"]).ShouldBeFalse();
            int blocks = Directory.EnumerateFiles(kept, "*.block").Count();
            blocks.ShouldBeGreaterThan(0);
            (int exit, _, string errors) = KarkhanaProcess.Run(
                ["simulate", ShortSimulation.Template, "--policies", folder["policies.json"], "--out", folder["stopped/other"], "--resume", .. ShortSimulation.Options]);
            exit.ShouldBe(0, errors);
            Directory.EnumerateFiles(kept, "*.block").Count().ShouldBe(blocks); // what another run keeps is its own
            Directory.EnumerateDirectories(Path.GetDirectoryName(kept)!).ShouldBe([kept]);
            Directory.Delete(folder["stopped/other"], recursive: true);
        }

        KarkhanaProcess.Run([.. arguments, "--out", folder["stopped/results"], "--resume"]).ExitCode.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(folder["stopped"]).Select(Path.GetFileName).ShouldBe(["results"]); // what was kept is cleared
        KarkhanaProcess.Run([.. arguments, "--out", folder["whole"]]).ExitCode.ShouldBe(0);
        Differing(folder, "stopped/results", "whole").ShouldBeEmpty();
    }

    [Fact]
    public void Without_resume_an_interrupt_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends SIGINT, which Windows does not have.");
        using TemporaryFolder folder = new();
        using Process process = KarkhanaProcess.Start(["simulate", KarkhanaProcess.Punjab, "--out", folder["results"]]);
        process.WaitForExit(2500).ShouldBeFalse();
        Interrupt(process);
        process.WaitForExit(20_000).ShouldBeTrue();

        process.ExitCode.ShouldBe(3);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("firms.csv", "employment = \"workers\"", "")]
    [InlineData("firms.csv", "place = \"town\"", "")]
    [InlineData("firms.csv", "workers", "nobody")]
    public void A_study_without_an_optional_column_is_diagnosed_and_simulated_without_it(string file, string setting, string instead)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["study"]);
        foreach (string path in Directory.EnumerateFiles(ShortSimulation.Template))
        {
            File.Copy(path, folder["study/" + Path.GetFileName(path)]);
        }

        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P12"));
        if (instead.Length == 0)
        {
            string toml = File.ReadAllText(folder["study/study.toml"]);
            toml.ShouldContain(setting);
            File.WriteAllText(folder["study/study.toml"], toml.Replace(setting, "", StringComparison.Ordinal));
        }
        else
        {
            string[][] rows = [.. File.ReadLines(folder["study/" + file]).Select(line => line.Split(','))];
            int column = Array.IndexOf(rows[0], setting);
            File.WriteAllLines(folder["study/" + file], rows.Select((row, at) => string.Join(',', row.Select((cell, i) => at > 0 && i == column ? "0" : cell))));
        }

        KarkhanaProcess.Run("validate", folder["study"]).ExitCode.ShouldBe(0);
        (int exit, _, string errors) = KarkhanaProcess.Run("diagnose", folder["study"], "--out", folder["diagnosis"], "--levers", "0", "--replicates", "19");
        exit.ShouldBe(0, errors);
        (exit, _, errors) = KarkhanaProcess.Run(["simulate", folder["study"], "--policies", folder["policies.json"], "--out", folder["simulation"], .. ShortSimulation.Options]);
        exit.ShouldBe(0, errors);
        if (setting.Contains("workers", StringComparison.Ordinal))
        {
            File.ReadAllText(folder["diagnosis/report.html"]).ShouldContain("has no employment");
            File.ReadAllText(folder["simulation/report.html"]).ShouldContain("every firm starts with one worker");
        }
    }

    [Fact]
    public void A_study_below_the_minimum_gets_no_order_in_words_table_or_json()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Policies("P02", "P12"));
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            ["simulate", ShortSimulation.Template, "--policies", folder["policies.json"], "--out", folder["text"], .. ShortSimulation.Options]);
        exit.ShouldBe(0, errors);
        output.ReplaceLineEndings(" ").Replace("     ", " ").ShouldContain("below the minimum for an order of levers");
        output.ShouldNotContain("cheapest gain");
        File.Exists(folder["text/tables/policy_ranking.csv"]).ShouldBeFalse();
        File.Exists(folder["text/tables/policy_runs.csv"]).ShouldBeTrue();

        (exit, output, errors) = KarkhanaProcess.Run(
            ["simulate", ShortSimulation.Template, "--policies", folder["policies.json"], "--out", folder["json"], "--format", "json", "--quiet", .. ShortSimulation.Options]);
        exit.ShouldBe(0, errors);
        using JsonDocument json = JsonDocument.Parse(output);
        JsonElement missing = json.RootElement.GetProperty("below_minimum").GetProperty("missing").EnumerateArray().Single();
        missing.GetProperty("at_least").GetDouble().ShouldBe(100);
        JsonElement[] levers = [.. json.RootElement.GetProperty("levers").EnumerateArray()];
        levers.Select(lever => lever.GetProperty("policy").GetString()).ShouldBe(["P02", "P12"]);
        levers.ShouldAllBe(lever => lever.GetProperty("rank").ValueKind == JsonValueKind.Null && lever.GetProperty("settled").ValueKind == JsonValueKind.Null);
        levers.ShouldAllBe(lever => lever.GetProperty("gain_over_run").GetProperty("estimate").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public void Policies_with_short_names_have_their_table_too()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], ShortSimulation.Named("a", "b"));
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            ["simulate", ShortSimulation.Template, "--policies", folder["policies.json"], "--out", folder["results"], .. ShortSimulation.Options]);

        exit.ShouldBe(0, errors);
        output.ShouldContain("a a");
        output.ShouldContain("b b");
    }

    private static void Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", FormattableString.Invariant($"{process.Id}")]);
        kill.WaitForExit();
    }

    private static string[] Differing(TemporaryFolder folder, string left, string right)
    {
        string[] files = [.. Directory.EnumerateFiles(folder[left], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder[left], file)).Where(file => file != "manifest.json").Order(StringComparer.Ordinal)];
        files.Length.ShouldBeGreaterThan(40);
        return [.. files.Where(file => Hash(folder[$"{left}/{file}"]) != Hash(folder[$"{right}/{file}"]))];
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
