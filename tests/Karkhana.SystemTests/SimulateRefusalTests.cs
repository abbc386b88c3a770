using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>What <c>karkhana simulate</c> refuses, and how it says so.</summary>
public sealed class SimulateRefusalTests
{
    [Fact]
    public void All_problems_of_a_policy_file_are_told_with_their_places()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["policies.json"], """
            { "version": "1", "status": "INF", "policies": [
              { "id": "P02", "lever": "P02", "start": 8, "end": 4, "eligibility": "size <", "delivery": { "unit": "group" }, "takeup": {}, "dose": { "K": "+0.1" } } ] }
            """);
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            ["simulate", KarkhanaProcess.Punjab, "--policies", folder["policies.json"], "--out", folder["results"], .. ShortSimulation.Options]);

        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain("policies[0]");
        errors.Split('\n').Count(line => line.StartsWith("error: ", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
        Directory.Exists(folder["results"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--budget", "-1", "--budget must be a number from 0 to 1e15")]
    [InlineData("--budget", "1,5", "it was 1,5.")]
    [InlineData("--budget", "1e300", "it was 1e300.")]
    [InlineData("--budget", "much", "it was much.")]
    [InlineData("--horizon", "0", "--horizon must lie in [1, 100000]; it was 0.")]
    [InlineData("--replicates", "1", "--replicates must lie in [2, 100000]; it was 1.")]
    [InlineData("--draws", "1", "--draws must lie in [2, 100000]; it was 1.")]
    [InlineData("--particles", "50", "--particles goes with --calibrate.")]
    [InlineData("--hold-out", "Okara", "--hold-out goes with --calibrate.")]
    [InlineData("--most-levers", "2", "--most-levers goes with --budget.")]
    [InlineData("--pairs", "P01", "--pairs must name at least two levers; it named 1.")]
    [InlineData("--pairs", "P01,P04,P01", "--pairs must name each lever once; P01 came twice.")]
    [InlineData("--pairs", "P01,", "--pairs must be ids of levers joined by commas, such as P01,P04; it was P01,.")]
    [InlineData("--factorial", "P01,P04,P08", "--factorial must name exactly four levers; it named 3.")]
    [InlineData("--factorial", "P01,P04,P08,P09,P13", "--factorial must name exactly four levers; it named 5.")]
    [InlineData("--seed", "-1", "--seed must be a whole number from 0 on; it was -1.")]
    [InlineData("--format", "xml", "--format must be text or json; it was xml.")]
    [InlineData("--replicates", "many", "--replicates must be a whole number; it was many.")]
    [InlineData("--sensitivity", "12", "--sensitivity must be 0 or a power of 2 from 8 to 65536; it was 12.")]
    [InlineData("--sensitivity", "4", "--sensitivity must be 0 or a power of 2 from 8 to 65536; it was 4.")]
    public void Values_out_of_range_are_told_with_their_range(string option, string value, string message)
    {
        (int exit, string output, string errors) = KarkhanaProcess.Run("simulate", KarkhanaProcess.Punjab, option, value);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain(message);
        errors.ShouldNotContain("System.");
        errors.ShouldNotContain("Karkhana.");
    }

    [Fact]
    public void A_file_without_the_currency_or_with_nothing_to_do_is_told_by_its_name_before_any_work()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["money.json"], ShortSimulation.Policies("P02").Replace("USD", "XYZ").Replace("PKR", "QQQ"));
        File.WriteAllText(folder["nothing.json"], ShortSimulation.Policies("P18"));
        File.WriteAllText(folder["empty.json"], "");
        string Told(string file)
        {
            (int exit, string output, string errors) = KarkhanaProcess.Run("simulate", KarkhanaProcess.Punjab, "--policies", folder[file], "--out", folder["results"]);
            exit.ShouldBe(1);
            output.ShouldBeEmpty();
            return errors;
        }

        Told("money.json").ShouldContain("money.json, at $.money.rates");
        Told("nothing.json").ShouldContain("nothing.json, at $.policies");
        Told("empty.json").ShouldContain("found an empty file");
    }

    [Theory]
    [InlineData("Atlantis", "Atlantis is not one. Places with firms that answered: Daska 79, Okara 45, Mian Channu 38")]
    [InlineData("Khanewal (rural)", "in Khanewal (rural) it was 11")]
    public void A_place_that_cannot_be_held_out_is_told_with_the_others_before_any_work(string place, string message)
    {
        using TemporaryFolder folder = new();
        (int exit, string output, string errors) = KarkhanaProcess.Run(
            "simulate", KarkhanaProcess.Punjab, "--calibrate", "--hold-out", place, "--out", folder["results"]);

        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain(message);
        Directory.Exists(folder["results"]).ShouldBeFalse();
    }

    [Fact]
    public void Levers_that_the_file_does_not_hold_are_told_before_any_work()
    {
        foreach ((string asked, string message) in new[] { ("P02,P99", "it named P99."), ("P02,P18", "it named P18.") })
        {
            // So many runs would take hours.
            (int exit, string output, string errors) = KarkhanaProcess.Run("simulate", KarkhanaProcess.Punjab, "--pairs", asked, "--replicates", "100000");

            (exit, output).ShouldBe((1, ""));
            errors.ShouldContain("Pairs must name levers of policies.json other than doing nothing (P01, P02,");
            errors.ShouldContain(message);
        }
    }

    [Fact]
    public void A_list_of_levers_that_comes_twice_or_is_cut_by_a_space_is_refused()
    {
        foreach (string[] asked in new[] { new[] { "--pairs", "P01,P02", "--pairs", "P03,P04" }, ["--pairs", "P01,", "P02"], ["--pairs"] })
        {
            (int exit, string output, string errors) = KarkhanaProcess.Run(["simulate", KarkhanaProcess.Punjab, .. asked]);

            (exit, output).ShouldBe((2, ""));
            errors.ShouldContain("--pairs");
        }
    }

    [Fact]
    public void A_study_or_a_file_that_is_not_there_is_told_as_by_other_commands()
    {
        (int exit, _, string errors) = KarkhanaProcess.Run("simulate", "/no/such/study");
        (int diagnosed, _, string same) = KarkhanaProcess.Run("diagnose", "/no/such/study");
        (exit, errors).ShouldBe((diagnosed, same));

        (exit, _, errors) = KarkhanaProcess.Run("simulate", KarkhanaProcess.Punjab, "--policies", "/no/such/file.json");
        exit.ShouldBe(1);
        errors.ShouldStartWith("--policies must name a file");
        errors.ShouldContain("file.json");
    }

    [Fact]
    public void A_register_given_as_policies_is_refused_without_being_printed()
    {
        string register = Path.Combine(KarkhanaProcess.Punjab, "firms.csv");

        (int exit, string output, string errors) = KarkhanaProcess.Run("simulate", KarkhanaProcess.Punjab, "--policies", register);

        (exit, output).ShouldBe((1, ""));
        errors.ShouldContain("firms.csv, row 1");
        errors.ShouldNotContain("F002,");
        errors.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public void A_place_that_must_not_or_cannot_be_written_is_refused_before_the_work()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["diagnosis"]);
        File.WriteAllText(folder["diagnosis/manifest.json"], """{"study":"my-study","command":"diagnose","outputs":[]}""");
        File.WriteAllText(folder["file"], "");
        foreach ((string place, string reason) in new[] { ("diagnosis", "holds the results of karkhana diagnose on my-study"), ("file/results", "cannot be made") })
        {
            // So many runs would take hours.
            (int exit, string output, string errors) = KarkhanaProcess.Run("simulate", ShortSimulation.Template, "--replicates", "100000", "--out", folder[place]);

            (exit, output).ShouldBe((1, ""));
            errors.ShouldContain(reason);
        }

        (int exitOfNetwork, _, string errorsOfNetwork) = KarkhanaProcess.Run("network", ShortSimulation.Template, "--out", folder["diagnosis"]);
        exitOfNetwork.ShouldBe(1);
        errorsOfNetwork.ShouldContain("holds the results of karkhana diagnose on my-study");
        Directory.EnumerateFileSystemEntries(folder["diagnosis"]).ShouldHaveSingleItem();
    }
}
