using System.Security.Cryptography;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Studies;

public sealed class StudyReaderTests
{
    [Fact]
    public void Settings_are_read_as_they_are_written()
    {
        using StudyFolder folder = new();

        StudySettings settings = Read(folder).Settings;

        (settings.Name, settings.Title, settings.Seed, settings.Currency).ShouldBe(("fans", "Fan makers", 7UL, "PKR"));
        settings.Folder.ShouldBe(folder.Root);
    }

    [Fact]
    public void The_seed_is_2003_and_the_title_the_name_unless_given()
    {
        using StudyFolder folder = new();
        folder.Replace("study.toml", "title = \"Fan makers\"\nseed = 7", "");

        (Read(folder).Settings.Seed, Read(folder).Settings.Title).ShouldBe((2003UL, "fans"));
    }

    [Fact]
    public void The_daily_wage_is_read_and_none_unless_given()
    {
        using StudyFolder folder = new();
        double? none = Read(folder).Settings.DailyWage;
        folder.Replace("study.toml", "weight = \"weight\"", "weight = \"weight\"\ndaily_wage = 1250.5");

        (none, Read(folder).Settings.DailyWage).ShouldBe((null, 1250.5));
    }

    [Fact]
    public void The_register_keeps_codes_as_text_and_what_is_missing_as_missing()
    {
        using StudyFolder folder = new();

        FirmRegister firms = Read(folder).Firms;

        firms.Ids.ShouldBe(["F1", "F2", "F3", "F4", "F5"]);
        firms.Industries.ShouldBe(["27", "27", "28", "01", "27"]);
        firms.Employment.ShouldBe([12, 7.5, double.NaN, 140, 3]);
        firms.Places.ShouldBe(["Gujrat", "Gujrat", "Gujrat", "Gujrat", "Wazirabad"]);
        firms.Clustered.ShouldBe([true, true, false, null, null]);
        firms.Longitudes.ShouldBe([74.0790, 74.0810, 74.0750, 74.0702, 74.0733]);
        firms.Synthetic.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_that_the_study_does_not_name_stay_out()
    {
        using StudyFolder folder = new();
        folder.Replace("study.toml", "industry = \"trade\"\nemployment = \"workers\"\nplace = \"town\"\nclustered = \"clustered\"", "");

        FirmRegister firms = Read(folder).Firms;

        (firms.Industries.Length, firms.Employment.Length, firms.Places.Length, firms.Clustered.Length).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public void Ties_point_into_the_register_and_count_one_without_a_value()
    {
        using StudyFolder folder = new();

        Karkhana.Core.Exchange.TieTable ties = Read(folder).Ties.ShouldNotBeNull();

        ties.From.ShouldBe([0, 1, 2]);
        ties.To.ShouldBe([1, 2, 0]);
        ties.Kinds.ShouldBe(["advice", "advice", "subcontract"]);
        ties.Values.ShouldBe([3, 1, 2.5]);
        ties.OfKind("subcontract").From.ShouldBe([2]);
    }

    [Fact]
    public void A_study_may_have_a_register_alone()
    {
        using StudyFolder folder = new();
        string toml = folder.Text("study.toml");
        folder.Write("study.toml", toml[..toml.IndexOf("[ties]", StringComparison.Ordinal)])
            .Delete("ties.csv").Delete("survey.csv").Delete("codebook.csv");

        Study study = Read(folder);

        (study.Ties, study.Survey, study.Files.Count).ShouldBe((null, null, 2));
    }

    [Fact]
    public void Files_are_named_with_their_digests_and_rows()
    {
        using StudyFolder folder = new();

        IReadOnlyList<StudyFile> files = Read(folder).Files;

        files.Select(file => (file.Name, file.Rows)).ShouldBe(
            [("study.toml", 0), ("firms.csv", 5), ("ties.csv", 3), ("codebook.csv", 3), ("survey.csv", 3)]);
        files.ShouldAllBe(file =>
            file.Sha256 == Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder.PathOf(file.Name)))));
    }

    [Fact]
    public void Synthetic_rows_make_the_study_synthetic()
    {
        using StudyFolder folder = new();
        folder.Replace("firms.csv", "id,lat", "synthetic,id,lat");
        foreach (int firm in Enumerable.Range(1, 5))
        {
            folder.Replace("firms.csv", $"\nF{firm},", $"\n{(firm == 3 ? "true" : "")},F{firm},");
        }

        Study study = Read(folder);

        study.IsSynthetic.ShouldBeTrue();
        study.Firms.Synthetic.ShouldBe([false, false, true, false, false]);
    }

    [Fact]
    public void A_folder_may_be_given_with_a_slash_at_its_end()
    {
        using StudyFolder folder = new();

        StudyReader.Read(folder.Root + Path.DirectorySeparatorChar, cancellationToken: TestContext.Current.CancellationToken)
            .Firms.Count.ShouldBe(5);
    }

    [Fact]
    public void Tables_may_lie_in_folders_of_the_study()
    {
        using StudyFolder folder = new();
        Directory.CreateDirectory(folder.PathOf("data/of=2021"));
        File.Move(folder.PathOf("firms.csv"), folder.PathOf("data/of=2021/firms.csv"));
        folder.Replace("study.toml", "\"firms.csv\"", "\"data/of=2021/firms.csv\"");

        Read(folder).Files[1].Name.ShouldBe("data/of=2021/firms.csv");
    }

    [Fact]
    public void Problems_of_all_files_come_at_once()
    {
        using StudyFolder folder = new();
        folder.Replace("study.toml", "seed = 7", "seed = -7").Replace("firms.csv", "32.5690", "north").Replace("firms.csv", "140", "-140")
            .Replace("ties.csv", "F2,F3", "F2,F9").Replace("codebook.csv", "process,2", "process,9").Replace("survey.csv", "1.5,4", "1.5,9");

        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken).Select(problem => $"{problem.Place}: {problem.Code}")
            .ShouldBe(
                [
                    "study.toml, column study.seed: wrong-type", "firms.csv, row 4, column lat: not-a-number",
                    "firms.csv, row 5, column workers: negative-employment", "ties.csv, row 3, column to: unknown-firm",
                    "codebook.csv, row 3, column complexity: unknown-code", "survey.csv, row 2, column C31: outside-scale",
                ],
                ignoreOrder: true);
    }

    [Fact]
    public void Formulas_in_texts_are_never_computed_and_never_lost()
    {
        using StudyFolder folder = new();
        folder.Replace("firms.csv", "Wazirabad", "=cmd|'/C calc'!A0").Replace("firms.csv", "F5,", "@F5,");

        FirmRegister firms = Read(folder).Firms;

        (firms.Ids[4], firms.Places[4]).ShouldBe(("@F5", "=cmd|'/C calc'!A0"));
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using StudyFolder folder = new();

        Should.Throw<OperationCanceledException>(() => StudyReader.Read(folder.Root, cancellationToken: new CancellationToken(true)));
    }

    [Fact]
    public void Warnings_travel_with_the_study()
    {
        using StudyFolder folder = new();
        folder.Replace("study.toml", "seed = 7", "seed = 7\ncolour = 2003");

        Read(folder).Problems.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void A_study_whose_workers_are_all_zero_or_missing_is_read_as_one_without_sizes_and_says_so()
    {
        using StudyFolder folder = new();
        foreach (string some in (string[])[",27,12,", ",27,7.5,", ",01,140,", ",27,3,"])
        {
            folder.Replace("firms.csv", some, some[..4] + "0,");
        }

        Study study = Read(folder);

        study.Firms.Employment.ShouldBeEmpty();
        DataProblem problem = study.Problems.Single(one => one.Code == "no-employment");
        (problem.File, problem.Column, problem.Severity).ShouldBe(("firms.csv", "workers", Severity.Warning));
    }

    [Fact]
    public void The_history_of_a_study_is_that_which_it_names_and_none_unless_it_does()
    {
        using StudyFolder folder = new();
        StudyHistory? none = Read(folder).Settings.History;
        folder.Replace("study.toml", "seed = 7", "seed = 7\nhistory = \"punjab\"");

        (none, Read(folder).Settings.History).ShouldBe((null, StudyHistory.Punjab));
    }

    [Fact]
    public void The_firms_to_compare_with_are_dispersed_ones_unless_the_study_names_others()
    {
        using StudyFolder folder = new();
        Read(folder).Settings.Comparison.ShouldBe(ComparisonFirms.Dispersed);

        folder.Append("study.toml", "[policy]\nplaces = [\"Wazirabad\", \"Gujrat\", \"Wazirabad\"]\n");
        ComparisonFirms named = Read(folder).Settings.Comparison;
        named.Set.ShouldBe(ComparisonSet.Places);
        named.Places.ShouldBe(["Wazirabad", "Gujrat"]);

        folder.Replace("study.toml", "places = [\"Wazirabad\", \"Gujrat\", \"Wazirabad\"]", "comparison = \"clusters\"");
        Read(folder).Settings.Comparison.Set.ShouldBe(ComparisonSet.Clusters);
    }

    private static Study Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken);
}
