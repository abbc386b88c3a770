using System.Text.Json;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>The command line's manners: exit codes, streams, words.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Help_lists_the_commands()
    {
        (int exit, string output, _) = KarkhanaProcess.Run("--help");

        exit.ShouldBe(0);
        foreach (string command in new[] { "measures", "items", "compute", "verify", "new", "validate", "diagnose", "completion" })
        {
            output.ShouldContain(command);
        }
    }

    [Theory]
    [InlineData("diagnose")]
    [InlineData("no-such-command")]
    [InlineData("validate", "study", "--no-such-option")]
    [InlineData("diagnose", "study", "--workers", "-1")]
    [InlineData("diagnose", "study", "--workers", "many")]
    [InlineData("items", "--block", "nowhere")]
    [InlineData("items", "--language", "de")]
    [InlineData("items", "--format", "xml")]
    public void Wrong_use_exits_with_2_and_says_where_help_is(params string[] arguments)
    {
        (int exit, _, string errors) = KarkhanaProcess.Run(arguments);

        exit.ShouldBe(2);
        errors.ShouldContain("--help");
    }

    [Fact]
    public void Json_is_all_that_goes_to_standard_output()
    {
        (int exit, string output, _) = KarkhanaProcess.Run("measures", "--format", "json");

        exit.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.GetArrayLength().ShouldBeGreaterThanOrEqualTo(12);
    }

    [Fact]
    public void The_item_bank_is_listed_for_people_programs_and_spreadsheets()
    {
        (int exit, string text, string errors) = KarkhanaProcess.Run("items", "--block", "C");
        (int jsonExit, string json, _) = KarkhanaProcess.Run("items", "--format", "json");
        (int csvExit, string csv, string untranslated) = KarkhanaProcess.Run("items", "--block", "S", "--language", "ur", "--format", "csv");

        (exit, jsonExit, csvExit).ShouldBe((0, 0, 0), errors);
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(21);
        text.ShouldStartWith("C01  M3  The last time you chose a big machine");
        JsonElement items = JsonDocument.Parse(json).RootElement;
        items.GetArrayLength().ShouldBeGreaterThan(200);
        items.EnumerateArray().Single(item => item.GetProperty("item").GetString() == "C05").GetProperty("anchors").GetArrayLength().ShouldBe(4);
        csv.ShouldStartWith("item,block,construct,scale,min,max,reverse,");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
        untranslated.ShouldContain("4 of 4 items have no wording in the language ur yet");
    }

    [Fact]
    public void A_bank_of_ones_own_is_checked_before_it_is_listed()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["bank.csv"], "item,block,construct,scale,label_en\nMY1,MY,own,N,How many?\n");
        File.WriteAllText(folder["bad.csv"], "item,block,construct,scale,label_en\n1,MY,own,N,How many?\n");

        (int exit, string output, _) = KarkhanaProcess.Run("items", "--bank", folder["bank.csv"]);
        (int refused, _, string errors) = KarkhanaProcess.Run("items", "--bank", folder["bad.csv"]);

        (exit, refused).ShouldBe((0, 1));
        output.Trim().ShouldBe("MY1  N   How many?");
        errors.ShouldContain("bad.csv, row 2, column item");
    }

    [Fact]
    public void A_template_is_made_validated_and_diagnosed()
    {
        using TemporaryFolder folder = new();

        KarkhanaProcess.Run("new", folder["mine"]).ExitCode.ShouldBe(0);
        KarkhanaProcess.Run("validate", folder["mine"]).ExitCode.ShouldBe(0);
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            "diagnose", folder["mine"], "--out", folder["results"]);

        exit.ShouldBe(0, errors);
        output.ShouldContain("SYNTHETIC");
        File.Exists(folder["results/report.html"]).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_overwritten()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["mine"]);
        File.WriteAllText(folder["mine/thesis.txt"], "years of work");

        KarkhanaProcess.Run("new", folder["mine"]).ExitCode.ShouldBe(1);
        (int exit, _, string errors) = KarkhanaProcess.Run(
            "diagnose", KarkhanaProcess.Punjab, "--out", folder["mine"], "--replicates", "19");

        exit.ShouldBe(1);
        errors.ShouldContain("--out");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
        File.ReadAllText(folder["mine/thesis.txt"]).ShouldBe("years of work");
    }

    [Fact]
    public void A_scoring_model_can_be_asked_for_and_an_unknown_one_is_refused_by_name()
    {
        using TemporaryFolder folder = new();
        KarkhanaProcess.Run(
            "diagnose", KarkhanaProcess.Punjab, "--out", folder["results"], "--replicates", "19", "--levers", "0", "--scoring", "equal-slopes").ExitCode.ShouldBe(0);
        (int exit, _, string errors) = KarkhanaProcess.Run("diagnose", KarkhanaProcess.Punjab, "--scoring", "rasch");

        File.ReadAllText(folder["results/tables/reliability.csv"]).ShouldContain("equal slopes,penalised graded,asked");
        File.ReadAllText(folder["results/manifest.json"]).ShouldContain("\"scoring\": \"equal_slopes\"");
        exit.ShouldBe(2);
        errors.ShouldContain("sum-score, equal-slopes, penalised-graded, graded; it was rasch");
    }

    [Fact]
    public void A_name_that_leads_elsewhere_is_refused()
    {
        using TemporaryFolder folder = new();
        KarkhanaProcess.Run("new", folder["mine"]).ExitCode.ShouldBe(0);
        string settings = File.ReadAllText(folder["mine/study.toml"]);
        File.WriteAllText(folder["mine/study.toml"], settings.Replace("name = \"mine\"", "name = \"../../elsewhere\""));

        (int exit, _, string errors) = KarkhanaProcess.Run(environment: null, folder.Path, ["diagnose", "mine"]);

        exit.ShouldBe(1);
        errors.ShouldContain("study.name");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_broken_study_gives_its_problems_exit_code_1_and_leaves_nothing()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["study"]);
        File.WriteAllText(folder["study/study.toml"], "[study]\nname = \"x\"\ntitle = \"X\"\nseed = 1\n\n[firms]\nfile = \"firms.csv\"\nid = \"id\"\nlatitude = \"lat\"\nlongitude = \"lon\"\n");
        File.WriteAllText(folder["study/firms.csv"], "id,lat,lon\nA,95,74\nA,32,\n");

        (int exit, _, string errors) = KarkhanaProcess.Run("diagnose", folder["study"], "--out", folder["results"]);

        exit.ShouldBe(1);
        errors.ShouldContain("firms.csv, row 2");
        errors.ShouldNotContain("   at "); // no stack trace
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }
}
