using DuckDB.NET.Data;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Results;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("karkhana-results-").FullName;

    private static Manifest Empty { get; } = new("study", false, "0", 1, new Dictionary<string, string>(), [], [], new Dictionary<string, double>());

    private static Table Sample { get; } = Table.Of(
        "sample",
        Column.Of("firm", ["=cmd|' /C calc'!A0", "plain, with comma", null, "-5", "\"quoted\""], "Firm"),
        Column.Of("estimate", [1.5, -0.1, double.NaN, 1e-300, 3], "Estimate"),
        Column.Of("n", [1, 2, 3, 4, 5], "Firms"),
        Column.Of("clustered", [true, false, true, false, true], "Clustered"));

    private string Target => Path.Combine(_parent, "results");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void A_folder_appears_only_when_whole()
    {
        using (ResultsFolder results = ResultsFolder.Begin(Target))
        {
            results.WriteText("report.html", "<p>");
            Directory.Exists(Target).ShouldBeFalse();
            results.Complete(Empty);
        }

        File.Exists(Path.Combine(Target, ResultsFolder.ManifestName)).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(_parent).ShouldHaveSingleItem();
    }

    [Fact]
    public void What_was_not_completed_is_gone()
    {
        using (ResultsFolder results = ResultsFolder.Begin(Target))
        {
            results.WriteTables([Sample], TestContext.Current.CancellationToken);
        }

        Directory.EnumerateFileSystemEntries(_parent).ShouldBeEmpty();
    }

    [Fact]
    public void Older_results_of_ours_are_replaced_and_folders_of_others_refused()
    {
        for (int run = 0; run < 2; run++)
        {
            using ResultsFolder results = ResultsFolder.Begin(Target);
            results.WriteText($"run{run}.txt", "");
            results.Complete(Empty);
        }

        File.Exists(Path.Combine(Target, "run1.txt")).ShouldBeTrue();
        File.Exists(Path.Combine(Target, "run0.txt")).ShouldBeFalse();
        File.Delete(Path.Combine(Target, ResultsFolder.ManifestName));
        Should.Throw<IOException>(() => ResultsFolder.Begin(Target)).Message.ShouldContain("--out");
        File.Exists(Path.Combine(Target, "run1.txt")).ShouldBeTrue();
    }

    [Fact]
    public void Results_of_another_study_or_command_are_not_replaced()
    {
        ResultsOwner ours = new("study", "simulate");
        using (ResultsFolder results = ResultsFolder.Begin(Target, ours))
        {
            results.WriteText("report.html", "<p>");
            results.Complete(Empty);
        }

        ResultsFolder.Check(Target, ours);
        foreach (ResultsOwner other in new[] { ours with { Command = "diagnose" }, ours with { Study = "another" } })
        {
            foreach (Action refused in new Action[] { () => ResultsFolder.Check(Target, other), () => ResultsFolder.Begin(Target, other) })
            {
                string message = Should.Throw<IOException>(refused).Message;
                message.ShouldContain("the results of karkhana simulate on study");
                message.ShouldContain("--out");
            }
        }

        File.ReadAllText(Path.Combine(Target, "report.html")).ShouldBe("<p>");
        Directory.EnumerateFileSystemEntries(_parent).ShouldHaveSingleItem();
    }

    [Fact]
    public void Results_of_a_version_that_named_no_command_belong_to_their_study()
    {
        using (ResultsFolder results = ResultsFolder.Begin(Target))
        {
            results.Complete(Empty);
        }

        ResultsFolder.Check(Target, new ResultsOwner("study", "diagnose"));
        Should.Throw<IOException>(() => ResultsFolder.Check(Target, new ResultsOwner("another", "diagnose"))).Message.ShouldContain("the results of the study study");
    }

    [Fact]
    public void A_place_where_nothing_can_be_written_is_refused_before_the_work_and_nothing_is_left()
    {
        File.WriteAllText(Path.Combine(_parent, "file"), "");
        string[] impossible = [Path.Combine(_parent, "file", "results"), .. OperatingSystem.IsLinux() ? ["/proc/karkhana/results"] : Array.Empty<string>()];
        foreach (string target in impossible)
        {
            Should.Throw<IOException>(() => ResultsFolder.Check(target)).Message.ShouldContain("cannot be made");
            Should.Throw<IOException>(() => ResultsFolder.CheckFile(target)).Message.ShouldContain("cannot be made");
        }

        Should.Throw<IOException>(() => ResultsFolder.CheckFile(_parent)).Message.ShouldContain("is a folder");
        ResultsFolder.Check(Path.Combine(_parent, "new", "deep", "results"));
        Directory.EnumerateFileSystemEntries(_parent).Select(Path.GetFileName).ShouldBe(["file"]);
    }

    [Fact]
    public void A_file_that_somebody_put_among_our_results_stops_the_next_run()
    {
        using (ResultsFolder results = ResultsFolder.Begin(Target))
        {
            results.WriteText("tables/a.csv", "");
            results.Complete(Empty);
        }

        File.WriteAllText(Path.Combine(Target, "notes.txt"), "mine");

        Should.Throw<IOException>(() => ResultsFolder.Begin(Target)).Message.ShouldContain("notes.txt");
        File.ReadAllText(Path.Combine(Target, "notes.txt")).ShouldBe("mine");
    }

    [Fact]
    public void Leftovers_of_a_killed_run_are_cleared_and_results_it_was_replacing_put_back()
    {
        string killed = Path.Combine(_parent, ".results.999999999.partial");
        Directory.CreateDirectory(killed);
        Directory.CreateDirectory(killed + ".old");
        File.WriteAllText(Path.Combine(killed + ".old", ResultsFolder.ManifestName), "{}");

        using (ResultsFolder.Begin(Target))
        {
            File.Exists(Path.Combine(Target, ResultsFolder.ManifestName)).ShouldBeTrue();
        }

        Directory.EnumerateFileSystemEntries(_parent).ShouldHaveSingleItem();
    }

    [Fact]
    public void Csv_neutralises_formulas_in_texts_and_leaves_numbers_alone()
    {
        Complete();

        string[] lines = File.ReadAllLines(Path.Combine(Target, "tables", "sample.csv"));

        lines[0].ShouldBe("firm,estimate,n,clustered");
        lines[1].ShouldBe("'=cmd|' /C calc'!A0,1.5,1,true");
        lines[2].ShouldBe("\"plain, with comma\",-0.1,2,false");
        lines[3].ShouldBe(",,3,true");
        lines[4].ShouldBe("'-5,1E-300,4,false");
        lines[5].ShouldBe("\"\"\"quoted\"\"\",3,5,true");
    }

    [Fact]
    public void Parquet_and_database_hold_the_same_rows_untouched()
    {
        Complete();

        string parquet = Path.Combine(Target, "tables", "sample.parquet");
        Rows("DataSource=:memory:", $"SELECT * FROM read_parquet('{parquet}')").ShouldBe(
            Rows($"DataSource={Path.Combine(Target, "results.duckdb")};ACCESS_MODE=READ_ONLY", "SELECT * FROM sample"));
        Rows("DataSource=:memory:", $"SELECT firm, estimate FROM read_parquet('{parquet}')").ShouldBe(
            ["=cmd|' /C calc'!A0|1.5", "plain, with comma|-0.1", "|", "-5|1E-300", "\"quoted\"|3"]);
    }

    private static List<string> Rows(string connectionString, string sql)
    {
        using DuckDBConnection connection = new(connectionString);
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column)
                ? ""
                : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private void Complete()
    {
        using ResultsFolder results = ResultsFolder.Begin(Target);
        results.WriteTables([Sample], TestContext.Current.CancellationToken);
        results.Complete(Empty);
    }
}
