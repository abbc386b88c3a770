using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Testing;

namespace Karkhana.Tests.Diagnosis;

/// <summary>The diagnosis of the study that ships, run once for all tests that read it.</summary>
internal static class PunjabDiagnosis
{
    private static readonly Lazy<Findings> Run = new(
        () => ClusterDiagnosis.Run(StudyReader.Read(Path.Combine(SharedFolder.RepositoryRoot, "studies", "punjab-farm-equipment")), new DiagnosisOptions { Replicates = 99 }).Findings);

    public static Findings Findings => Run.Value;

    /// <summary>Gets the same as if the data were enough for every claim.</summary>
    public static Findings Opened => WithOpenGate(Findings);

    public static Findings WithOpenGate(Findings findings) => findings with
    {
        Gate = ClaimsGate.For(ClaimsGate.For(new Dictionary<string, double>()).Decisions
            .SelectMany(decision => decision.Claim.Needs).ToDictionary(need => need.What, need => need.AtLeast)),
    };
}
