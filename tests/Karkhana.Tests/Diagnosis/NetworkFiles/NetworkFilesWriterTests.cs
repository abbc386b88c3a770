using Karkhana.Core.Exchange;
using Karkhana.Data.Results.Networks;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis.NetworkFiles;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis.NetworkFiles;

public sealed class NetworkFilesWriterTests : IDisposable
{
    private static readonly Study Template = StudyReader.Read(Path.Combine(SharedFolder.RepositoryRoot, "studies", "template"));
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("karkhana-network-files-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_cell_without_a_tie_is_zero_only_where_an_end_that_tells_of_such_ties_answered()
    {
        // Givers tell: firm 0 did in wave 1, firms 0 and 2 in wave 2. Firm 3 opened in 2011.
        Study study = With(
            Told(0, 1, 2010, TieReporter.From), Told(0, 2, 2012, TieReporter.From), Told(2, 1, 2012, TieReporter.From), Told(2, 1, 2012, TieReporter.From, value: 3));
        int n = Write(study, NetworkFormat.RSiena).Firms;

        string[][] first = Matrix("advice_wave2010.txt");
        string[][] last = Matrix("advice_wave2012.txt");
        first.Length.ShouldBe(n);
        first[0][..4].ShouldBe(["0", "1", "0", "10"]);
        first[1][..4].ShouldBe(["NA", "0", "NA", "10"]);
        first[3].Where((_, column) => column != 3).ShouldAllBe(cell => cell == "10");
        last[0][..4].ShouldBe(["0", "0", "1", "0"]);
        last[2][..4].ShouldBe(["0", "1", "0", "0"]);
        last[1][..4].ShouldBe(["NA", "0", "NA", "NA"]);
    }

    [Fact]
    public void Where_the_study_does_not_say_who_told_a_cell_is_known_when_either_end_answered_the_survey()
    {
        Study study = With(Told(0, 1, 1, null)) with { Survey = Template.Survey!.Of([0]) };
        Write(study, NetworkFormat.RSiena);

        string[][] cells = Matrix("advice_wave1.txt");
        cells[0][..4].ShouldBe(["0", "1", "0", "0"]);
        cells[2][..4].ShouldBe(["0", "NA", "0", "NA"]);
    }

    [Fact]
    public void A_tie_is_written_once_per_kind_and_wave_with_its_greatest_value_and_parties_are_counted()
    {
        TieReport[] reports =
        [
            Told(0, 1, 1, TieReporter.From), Told(0, 1, 1, TieReporter.To, value: 2), Told(0, 1, 2, null), Told(0, 1, 1, null) with { Kind = "kin" }, Told(1, 0, 1, null, value: 0),
            Told(Template.Firms.Count, 1, 1, null),
        ];
        Study study = With(reports);
        NetworkFilesResult written = Write(study, NetworkFormat.Csv);

        (written.Ties, written.WithParties).ShouldBe((3, 1));
        string[] ids = [.. Template.Firms.Ids];
        string[] lines = File.ReadAllLines(Path.Combine(Folder, "network_ties.csv"));
        lines.ShouldBe(
        [
            "from,to,kind,value,wave,synthetic", $"{ids[0]},{ids[1]},advice,2,1,true", $"{ids[0]},{ids[1]},kin,1,1,true", $"{ids[0]},{ids[1]},advice,1,2,true",
        ]);
        Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order().ShouldBe(["manifest.json", "network_nodes.csv", "network_ties.csv"]);
    }

    [Fact]
    public void Kinds_that_the_study_lacks_and_studies_without_ties_are_refused()
    {
        Study study = With(Told(0, 1, 1, null));

        Should.Throw<ArgumentException>(() => NetworkFilesWriter.Write(study, Folder, new NetworkFilesOptions { Kind = "kinship" })).Message
            .ShouldContain("(advice); it was kinship");
        Should.Throw<ArgumentException>(() => NetworkFilesWriter.Write(study with { TieReports = null, Ties = null }, Folder)).Message.ShouldContain("[ties]");
        Directory.Exists(Folder).ShouldBeFalse();
    }

    private string Folder => Path.Combine(_root.FullName, "network");

    private static TieReport Told(int from, int to, int wave, TieReporter? reporter, double value = 1) =>
        new(from, to, "advice", value) { Wave = wave, Reporter = reporter };

    private static Study With(params TieReport[] reports)
    {
        TieReports all = new(Template.Firms.Ids, ["buyer"], reports);
        double[] founded = [.. Template.Firms.Ids.Select((_, firm) => firm == 3 ? 2011.0 : double.NaN)];
        return Template with
        {
            Survey = null,
            TieReports = all,
            Ties = all.ToTies(),
            Firms = Template.Firms with { Founded = founded, Clustered = [.. Template.Firms.Ids.Select(_ => (bool?)true)] },
        };
    }

    private NetworkFilesResult Write(Study study, NetworkFormat format) => NetworkFilesWriter.Write(
        study, Folder, new NetworkFilesOptions { Formats = [format] }, TestContext.Current.CancellationToken);

    private string[][] Matrix(string name) => [.. File.ReadLines(Path.Combine(Folder, "rsiena", name)).Select(line => line.Split(' '))];
}
