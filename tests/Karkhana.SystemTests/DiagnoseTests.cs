using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>The main job on the example study and on real data.</summary>
public sealed class DiagnoseTests
{
    [Fact]
    public void The_example_gives_a_whole_folder_that_says_synthetic_everywhere()
    {
        using TemporaryFolder folder = new();
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            "diagnose", KarkhanaProcess.Punjab, "--out", folder["results"]);

        exit.ShouldBe(0, errors);
        output.ShouldContain("SYNTHETIC");
        string report = File.ReadAllText(folder["results/report.html"]);
        report.ShouldContain("SYNTHETIC");
        report.ShouldContain("default-src 'none'");
        report.ShouldNotContain("unsafe-eval");
        foreach (string table in Directory.EnumerateFiles(folder["results/tables"], "*.csv"))
        {
            string header = File.ReadLines(table).First();
            (header.Split(',')[^1] == "synthetic" || Path.GetFileName(table) == "data_dictionary.csv").ShouldBeTrue(table);
            File.Exists(Path.ChangeExtension(table, ".parquet")).ShouldBeTrue();
        }

        foreach (string figure in Directory.EnumerateFiles(folder["results/figures"], "*.svg"))
        {
            XDocument.Load(figure).ToString().ShouldContain("ynthetic", Case.Insensitive, figure);
        }

        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder["results/manifest.json"]));
        manifest.RootElement.GetProperty("synthetic").GetBoolean().ShouldBeTrue();
        foreach (JsonElement file in manifest.RootElement.GetProperty("outputs").EnumerateArray())
        {
            Hash(folder["results/" + file.GetProperty("name").GetString()]).ShouldBe(
                file.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public void The_scripts_of_the_example_agree_in_R()
    {
        Assert.SkipUnless(RScripts.Has("sandwich", "clubSandwich"), "R with sandwich and clubSandwich is not there.");
        using TemporaryFolder folder = new();
        (int exit, _, string errors) = KarkhanaProcess.Run(
            "diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--r", "--replicates", "99", "--levers", "0");
        exit.ShouldBe(0, errors);
        string[] scripts = [.. Directory.EnumerateFiles(folder["results/r"], "*.R").Select(file => Path.GetFileName(file))
            .Where(file => file is not ("run-all.R" or "karkhana.R"))];

        scripts.ShouldBeSubsetOf([.. File.ReadLines(folder["results/r/run-all.R"]).Select(line => line.Trim(' ', ',', '"', ')', '{'))]);
        string[] models = ["multilevel.R", "matching.R", "role_determinants.R", "knowledge_ties.R", "residual_dependence.R", "paths.R", "hypotheses.R", "comparison.R"];
        models.ShouldBeSubsetOf(scripts);
        foreach (string script in models.Append("channel_account_EE01.R"))
        {
            (int found, string output) = RScripts.Run(folder["results/r"], script);

            found.ShouldBe(0, output);
            output.TrimEnd().Split('\n')[^1].ShouldStartWith("largest relative difference: ", Case.Sensitive, script);
        }

        string readme = File.ReadAllText(folder["results/r/README.md"]);
        readme.ShouldContain("| Whether firms take after those they learn from | We cannot tell");
        readme.ShouldContain("| Growth and entry of firms against the employment around them | the study does not hold");
        HashSet<string> ids = [.. File.ReadLines(Path.Combine(KarkhanaProcess.Punjab, "firms.csv")).Skip(1).Select(line => line.Split(',')[0])];
        Directory.EnumerateFiles(folder["results/r"], "*.csv").ShouldAllBe(file => !File.ReadLines(file).Any(line => line.Split(',').Any(ids.Contains)));
    }

    [Fact]
    public void Workers_culture_and_vector_instructions_do_not_change_a_byte()
    {
        using TemporaryFolder folder = new();
        (string Name, string Workers, Dictionary<string, string> Environment)[] runs =
        [
            ("one", "1", []),
            ("two", "2", []),
            ("eight", "8", []),
            ("german", "2", new() { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" }),
            ("scalar", "2", new() { ["DOTNET_EnableHWIntrinsic"] = "0" }),
        ];
        foreach ((string name, string workers, Dictionary<string, string> environment) in runs)
        {
            (int exit, _, string errors) = KarkhanaProcess.Run(
                environment, null, "diagnose", KarkhanaProcess.Punjab, "--out", folder[name], "--workers", workers, "--replicates", "99", "--levers", "1");
            exit.ShouldBe(0, errors);
        }

        string[] files = [.. Directory.EnumerateFiles(folder["one"], "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder["one"], file)).Where(file => file != "manifest.json").Order(StringComparer.Ordinal)];
        files.Length.ShouldBeGreaterThan(30);
        foreach ((string name, _, _) in runs)
        {
            files.Where(file => Hash(folder[$"{name}/{file}"]) != Hash(folder[$"one/{file}"])).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public void Real_establishments_without_employment_ties_or_survey_are_diagnosed()
    {
        string? melbourne = SharedFolder.Find("data", "melbourne_clue_2021.csv");
        Assert.SkipWhen(melbourne is null, "The Melbourne register is not there.");
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["melbourne"]);
        File.Copy(melbourne!, folder["melbourne/firms.csv"]);
        File.WriteAllText(
            folder["melbourne/study.toml"],
            "[study]\nname = \"melbourne\"\ntitle = \"Melbourne\"\nseed = 2021\n\n[firms]\nfile = \"firms.csv\"\nid = \"id\"\nlatitude = \"lat\"\nlongitude = \"lon\"\nindustry = \"anzsic\"\nplace = \"area\"\n");

        KarkhanaProcess.Run("validate", folder["melbourne"]).ExitCode.ShouldBe(0);
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            "diagnose", folder["melbourne"], "--replicates", "199", "--out", folder["results"]);

        exit.ShouldBe(0, errors);
        output.ShouldNotContain("SYNTHETIC");
        string[] league = [.. File.ReadLines(folder["results/tables/industry_concentration.csv"])];
        string[][] rows = [.. league.Skip(1).Select(line => line.Split(','))];
        rows.Where(row => int.Parse(
            row[1], System.Globalization.CultureInfo.InvariantCulture) >= 30).ShouldAllBe(row => row[2] != "too_few");
        rows.Where(row => int.Parse(
            row[1], System.Globalization.CultureInfo.InvariantCulture) < 30).ShouldAllBe(row => row[2] == "too_few");
        rows.Count(row => row[2] == "no_departure").ShouldBeGreaterThan(0);
        string report = File.ReadAllText(folder["results/report.html"]);
        report.ShouldContain("Without ties between firms");
        report.ShouldContain("Without a survey");
        report.ShouldContain("has no employment");
    }

    private static string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
