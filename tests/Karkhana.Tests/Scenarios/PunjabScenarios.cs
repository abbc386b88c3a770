using Karkhana.Core.Documents;
using Karkhana.Core.Tables;
using Karkhana.Scenarios;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;

namespace Karkhana.Tests.Scenarios;

/// <summary>Four levers on the study that ships in few and short runs, made once for all tests that read them.</summary>
internal static class PunjabScenarios
{
    public static PolicySimulationOptions Short { get; } = new()
    {
        Replicates = 8,
        ParameterDraws = 8,
        Model = new SimulationOptions { BurnIn = 4, Horizon = 12 },
        Policies = ShippedPolicies.Only("P02", "P08", "P12", "P18"),
        Budget = 1e12,
    };

    private static readonly Lazy<PolicyStudyResult> Run = new(() => PolicyStudy.Run(
        PunjabDiagnosis.Findings, new PolicyStudyOptions { Policies = Short, FactReplicates = 0, WorldReplicates = 2 })!);

    public static PolicyStudyResult Studied => Run.Value;

    public static Report Composed => ScenarioReport.Compose(PunjabDiagnosis.Findings, Studied, Tables);

    private static IReadOnlyList<Table> Tables =>
        [.. ScenarioTables.Of(Studied), Table.Of("data_dictionary", Column.Of("table_name", Array.Empty<string?>()))];
}
