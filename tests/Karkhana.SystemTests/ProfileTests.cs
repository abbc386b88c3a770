using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary>The page for the owner of a firm.</summary>
public sealed class ProfileTests
{
    [Fact]
    public void A_page_is_written_where_it_is_asked_for_and_by_default_under_the_id()
    {
        using TemporaryFolder folder = new();

        (int exit, string output, string errors) = KarkhanaProcess.Run(environment: null, folder.Path, "profile", KarkhanaProcess.Punjab, "--firm", "F001");
        KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab, "--firm", "F001", "--out", folder["new/page.html"], "--language", "en", "--workers", "1").ExitCode.ShouldBe(0);

        exit.ShouldBe(0, errors);
        output.ShouldContain("SYNTHETIC");
        File.ReadAllText(folder["new/page.html"]).ShouldBe(File.ReadAllText(folder["profile-F001.html"]));
        Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Count().ShouldBe(2);
    }

    [Fact]
    public void All_pages_stand_in_a_folder_of_their_own()
    {
        using TemporaryFolder folder = new();

        (int exit, string output, string errors) = KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab, "--all", folder["pages"]);

        exit.ShouldBe(0, errors);
        output.ShouldContain("243 pages");
        Directory.EnumerateFiles(folder["pages"], "profile-*.html").Count().ShouldBe(243);
        File.Exists(folder["pages/manifest.json"]).ShouldBeTrue();
    }

    [Fact]
    public void A_folder_with_somebody_elses_files_is_left_alone()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["notes.txt"], "mine");

        KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab, "--all", folder.Path).ExitCode.ShouldBe(1);

        Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).ShouldBe(["notes.txt"]);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("F367")]
    public void Unknown_and_silent_firms_are_refused_without_naming_others(string id)
    {
        using TemporaryFolder folder = new();

        (int exit, string output, string errors) = KarkhanaProcess.Run(environment: null, folder.Path, "profile", KarkhanaProcess.Punjab, "--firm", id);

        exit.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain("firms.csv");
        errors.ShouldContain(id);
        errors.Replace(id, "", StringComparison.Ordinal).ShouldNotContain("F0");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Neither_both_and_unknown_languages_are_wrong_usage()
    {
        KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab).ExitCode.ShouldBe(2);
        KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab, "--firm", "F001", "--all", "x").ExitCode.ShouldBe(2);
        KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab, "--all", "x", "--out", "y.html").ExitCode.ShouldBe(2);
        KarkhanaProcess.Run("profile", KarkhanaProcess.Punjab, "--firm", "F001", "--language", "xx").ExitCode.ShouldBe(2);
    }
}
