using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Studies;

public sealed class StudyLinkTests
{
    public static TheoryData<string, string> WaysOut => new()
    {
        { "a link to a file outside", "firms.csv -> ../outside/firms.csv" },
        { "an absolute link", "firms.csv -> {parent}/outside/firms.csv" },
        { "a link to nothing outside", "firms.csv -> ../outside/nothing.csv" },
        { "a link to a folder outside", "data -> ../outside" },
        { "a link to a link", "firms.csv -> data/firms.csv; data -> ../outside" },
        { "a link below a link", "data -> inner; inner/firms.csv -> ../../outside/firms.csv" },
        { "a link that climbs from where it really is", "a/b/data -> ../../flat; flat/firms.csv -> ../../outside/firms.csv" },
        { "a link to itself", "firms.csv -> firms.csv" },
    };

    [Theory]
    [MemberData(nameof(WaysOut))]
    public void Links_that_leave_the_study_are_refused(string name, string links)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need privileges on Windows.");
        using StudyFolder study = new();
        Directory.CreateDirectory(study.PathOf("../outside"));
        File.Move(study.PathOf("firms.csv"), study.PathOf("../outside/firms.csv"));
        string file = Link(study, links);
        study.Replace("study.toml", "\"firms.csv\"", $"\"{file}\"");

        StudyReader.Check(study.Root, cancellationToken: TestContext.Current.CancellationToken)
            .ShouldHaveSingleItem(name).Code.ShouldBe("outside-study");
    }

    [Theory]
    [InlineData("firms.csv -> data/real.csv")]
    [InlineData("firms.csv -> {parent}/study/data/real.csv")]
    [InlineData("link -> data; data/firms.csv -> ./real.csv")]
    public void Links_within_the_study_are_followed(string links)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need privileges on Windows.");
        using StudyFolder study = new();
        Directory.CreateDirectory(study.PathOf("data"));
        File.Move(study.PathOf("firms.csv"), study.PathOf("data/real.csv"));
        string file = Link(study, links);
        study.Replace("study.toml", "\"firms.csv\"", $"\"{file}\"");

        StudyReader.Read(study.Root, cancellationToken: TestContext.Current.CancellationToken).Firms.Count.ShouldBe(5);
    }

    [Fact]
    public void A_study_that_is_itself_reached_by_a_link_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need privileges on Windows.");
        using StudyFolder study = new();
        Directory.CreateSymbolicLink(study.PathOf("../link"), study.Root);

        StudyReader.Check(study.PathOf("../link"), cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    /// <summary>Makes links and gives the file that the study then names.</summary>
    private static string Link(StudyFolder study, string links)
    {
        string first = "";
        foreach (string[] pair in links.Split("; ").Select(link => link.Split(" -> ")))
        {
            string path = study.PathOf(pair[0]);
            string folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(folder);
            if (!pair[1].EndsWith(".csv", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetFullPath(pair[1], folder));
            }

            File.CreateSymbolicLink(path, pair[1].Replace("{parent}", Path.GetDirectoryName(study.Root), StringComparison.Ordinal));
            first = first.Length == 0 ? pair[0] : first;
        }

        return first.EndsWith(".csv", StringComparison.Ordinal) ? first : $"{first}/firms.csv";
    }
}
