using Karkhana.Capability;
using Karkhana.Core.Documents;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Diagnosis;

/// <summary>A study may bring its own ladders.</summary>
public sealed class OwnLaddersTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("karkhana-").FullName;

    public OwnLaddersTests()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(SharedFolder.RepositoryRoot, "studies", "template")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Its_ladders_replace_those_that_ship_and_the_file_is_listed_with_its_hash()
    {
        LadderCatalogue shipped = LadderCatalogue.Default();
        Write((shipped with { Ladders = [shipped.Find("dahlman")! with { Id = "own", Title = "Ladder of our own" }] }).ToJson());

        Findings findings = Diagnose();

        findings.LadderProfiles!.Profiles.Select(profile => profile.Id).ShouldBe(["own"]);
        findings.Study.Files.Single(file => file.Name == "ladders.json").Sha256.Length.ShouldBe(64);
        Section section = DiagnosisReport.Compose(findings, DiagnosisReport.Tables(findings)).Sections.Single(one => one.Key == "capability");
        section.Blocks.OfType<TableBlock>().Single(block => block.Table.Name == "ladders").Table.Texts("title_name").ShouldBe(["Ladder of our own"]);
    }

    [Fact]
    public void What_is_no_catalogue_is_reported_with_its_file()
    {
        Write("{}");

        DataProblem problem = Should.Throw<StudyException>(Diagnose).Problems.Single();
        (problem.Code, problem.File).ShouldBe(("malformed-ladders", "ladders.json"));
    }

    [Fact]
    public void A_link_and_a_file_above_1_MB_are_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "elsewhere.json"), LadderCatalogue.Default().ToJson());
        File.CreateSymbolicLink(Path.Combine(_folder, LadderCatalogue.FileName), Path.Combine(_folder, "elsewhere.json"));
        Should.Throw<StudyException>(Diagnose).Problems.Single().Code.ShouldBe("refused-file");

        File.Delete(Path.Combine(_folder, LadderCatalogue.FileName));
        Write(new string(' ', (1 << 20) + 1));
        Should.Throw<StudyException>(Diagnose).Problems.Single().Found.ShouldBe("1048577 bytes");
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder, LadderCatalogue.FileName), text);

    private Findings Diagnose() => ClusterDiagnosis.Run(StudyReader.Read(_folder), new DiagnosisOptions { Replicates = 19 }).Findings;
}
