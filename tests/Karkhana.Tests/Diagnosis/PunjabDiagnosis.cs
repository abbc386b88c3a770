using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Testing;

namespace Karkhana.Tests.Diagnosis;

/// <summary>The diagnosis of the study that ships, run once for all tests that read it.</summary>
internal static class PunjabDiagnosis
{
    private static readonly Lazy<Findings> Run = new(
        () => ClusterDiagnosis.Run(StudyReader.Read(Path.Combine(SharedFolder.RepositoryRoot, "studies", "punjab-farm-equipment")), new DiagnosisOptions { Replicates = 99 }).Findings);

    public static Findings Findings => Run.Value;
}
