using Karkhana.Data.Studies;
using Karkhana.Examples;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Examples;

public sealed class ExampleStudiesTests : IDisposable
{
    private const string Punjab = "punjab-farm-equipment";
    private const string Template = "template";
    private readonly ExampleFolders _folders = new();

    public void Dispose() => _folders.Dispose();

    [Theory]
    [InlineData(Punjab)]
    [InlineData(Template)]
    public void The_seed_of_the_repository_gives_the_bytes_of_the_repository(string name)
    {
        string committed = Path.Combine(SharedFolder.RepositoryRoot, "studies", name);
        string written = _folders.Write(name, 2003);

        FilesOf(written).ShouldBe(FilesOf(committed));
        foreach (string file in FilesOf(written))
        {
            // A new study bears the name of its folder, so that two of them do not share their results.
            string text = File.ReadAllText(Path.Combine(written, file));
            string same = name == Template ? text.Replace($"name = \"{Path.GetFileName(written)}\"", "name = \"my-study\"", StringComparison.Ordinal) : text;
            same.ShouldBe(File.ReadAllText(Path.Combine(committed, file)), file);
        }
    }

    [Fact]
    public void Another_seed_gives_other_firms_and_the_same_facts()
    {
        (string left, string right) = (_folders.Write(Punjab, 2003), _folders.Write(Punjab, 7));

        foreach (string file in (string[])["firms.csv", "ties.csv", "survey.csv", "changes.csv", "study.toml", "truth/firms.csv"])
        {
            File.ReadAllText(Path.Combine(left, file)).ShouldNotBe(File.ReadAllText(Path.Combine(right, file)), file);
        }

        foreach (string file in (string[])["facts/towns.csv", "codebook.csv", "parameters.csv"])
        {
            File.ReadAllText(Path.Combine(left, file)).ShouldBe(File.ReadAllText(Path.Combine(right, file)), file);
        }
    }

    [Theory]
    [InlineData(Punjab)]
    [InlineData(Template)]
    public void Every_example_is_read_without_a_problem_and_is_synthetic(string name)
    {
        string folder = _folders.Write(name, 11);

        StudyReader.Check(folder, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
        Study study = StudyReader.Read(folder, cancellationToken: TestContext.Current.CancellationToken);
        study.Settings.Seed.ShouldBe(11UL);
        study.Firms.Synthetic.ShouldAllBe(synthetic => synthetic);
        study.Firms.Synthetic.Length.ShouldBe(study.Firms.Count);
        study.Survey!.Synthetic.ShouldAllBe(synthetic => synthetic);
        study.Survey.Synthetic.Length.ShouldBe(study.Survey.Respondents);
    }

    [Fact]
    public void Institutions_are_among_the_facts_and_at_the_centroid_of_their_town()
    {
        string folder = _folders.Write(Punjab, 2003);
        string facts = File.ReadAllText(Path.Combine(folder, "facts", "institutions.csv"));
        string[] towns = File.ReadAllLines(Path.Combine(folder, "facts", "towns.csv"));

        string[][] rows = [.. File.ReadLines(Path.Combine(folder, "institutions.csv")).Skip(1).Select(line => line.Split(','))];

        rows.Length.ShouldBe(15);
        foreach (string[] row in rows)
        {
            string[] town = towns.Single(line => line.StartsWith(row[3] + ",", StringComparison.Ordinal)).Split(',');
            (row[4].TrimEnd('0'), row[5].TrimEnd('0')).ShouldBe((town[2].TrimEnd('0'), town[3].TrimEnd('0')), row[1]);
            (row[2] == "market-town" ? town[4].Contains("market town", StringComparison.Ordinal) : facts.Contains($"\n{row[1]},", StringComparison.Ordinal))
                .ShouldBeTrue(row[1]);
            row[7].ShouldBe("false");
        }
    }

    [Fact]
    public void The_template_is_as_small_as_it_says()
    {
        Study study = StudyReader.Read(_folders.Write(Template, 2003), cancellationToken: TestContext.Current.CancellationToken);

        study.Firms.Count.ShouldBe(12);
        study.Ties!.Count.ShouldBe(8);
        study.Survey!.Respondents.ShouldBe(10);
    }

    [Fact]
    public void Every_row_of_ties_and_truth_says_that_it_is_synthetic()
    {
        string folder = _folders.Write(Punjab, 2003);

        foreach (string file in (string[])["firms.csv", "ties.csv", "survey.csv", "changes.csv", "truth/firms.csv", "truth/interviews.csv", "truth/paths.csv"])
        {
            string[] lines = File.ReadAllLines(Path.Combine(folder, file));
            lines[0].ShouldEndWith(",synthetic,generator_version,seed");
            lines.Skip(1).ShouldAllBe(line => line.EndsWith(",true,2,2003", StringComparison.Ordinal), file);
        }
    }

    [Fact]
    public void A_folder_with_files_in_it_is_refused_and_left_alone()
    {
        string folder = _folders.PathOf("mine");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");

        Should.Throw<ArgumentException>(() => ExampleStudies.Write(Template, folder, 1, TestContext.Current.CancellationToken)).Message.ShouldContain("holds files already");
        Directory.GetFileSystemEntries(folder).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        string folder = _folders.PathOf("empty");
        Directory.CreateDirectory(folder);

        ExampleStudies.Write(Template, folder, 1, TestContext.Current.CancellationToken);

        StudyReader.Check(folder, cancellationToken: TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_writing_leaves_nothing()
    {
        string folder = _folders.PathOf("cancelled");

        Should.Throw<OperationCanceledException>(() => ExampleStudies.Write(Punjab, folder, 1, new CancellationToken(canceled: true)));

        Directory.GetFileSystemEntries(Path.GetDirectoryName(folder)!).ShouldBeEmpty();
    }

    [Fact]
    public void A_name_that_is_not_there_and_a_seed_that_study_toml_cannot_hold_are_refused()
    {
        Should.Throw<ArgumentException>(() => ExampleStudies.Write("sialkot", _folders.PathOf("x"), 1, TestContext.Current.CancellationToken))
            .Message.ShouldContain("punjab-farm-equipment, template");
        Should.Throw<ArgumentException>(() => ExampleStudies.Write(Template, _folders.PathOf("x"), ulong.MaxValue, TestContext.Current.CancellationToken))
            .Message.ShouldContain("seed");
        ExampleStudies.Names.ShouldBe([Punjab, Template]);
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
