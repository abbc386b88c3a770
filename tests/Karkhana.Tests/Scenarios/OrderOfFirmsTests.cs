using Karkhana.Core.Policies;
using Karkhana.Core.Randomness;
using Karkhana.Data.Studies;
using Karkhana.Diagnosis;
using Karkhana.Scenarios;
using Karkhana.Simulation;
using Karkhana.Testing;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

/// <summary>The rows of firms.csv in another order: the same firms have the same numbers and draws.</summary>
public sealed class OrderOfFirmsTests
{
    private const double Rounding = 1e-12;

    private static readonly Lazy<Findings> Shuffled = new(Diagnose);

    [Fact]
    public void Every_firm_enters_the_model_as_it_did()
    {
        Dictionary<string, ClusterFirm> usual = ById(PunjabDiagnosis.Findings);
        Dictionary<string, ClusterFirm> shuffled = ById(Shuffled.Value);

        shuffled.Keys.ShouldNotBe(usual.Keys);
        shuffled.Keys.Order(StringComparer.Ordinal).ShouldBe(usual.Keys.Order(StringComparer.Ordinal));
        foreach ((string id, ClusterFirm firm) in usual)
        {
            ClusterFirm other = shuffled[id];
            other.Agent.ShouldBe(firm.Agent);
            (other.X, other.Y, other.Workers, other.Age, other.Clustered).ShouldBe((firm.X, firm.Y, firm.Workers, firm.Age, firm.Clustered));
            other.Uptime.ShouldBe(firm.Uptime, Rounding);
            other.Capability[0].ShouldBe(firm.Capability[0], Rounding, id);
            other.AbsorptiveCapacity.ShouldBe(firm.AbsorptiveCapacity, Rounding, id);
            other.Exposures.Zip(firm.Exposures).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < Rounding);
        }
    }

    [Fact]
    public void A_simulation_has_the_same_outcomes()
    {
        PolicySimulationResult usual = Run(PunjabDiagnosis.Findings);
        PolicySimulationResult shuffled = Run(Shuffled.Value);

        foreach (ScenarioRun run in usual.Runs)
        {
            ScenarioOutcomes other = shuffled.OutcomesOf(run.Scenario);
            foreach (string outcome in new[] { OutcomeNames.CapabilityMean, OutcomeNames.Survival, OutcomeNames.TreatedFirms, OutcomeNames.Cost })
            {
                other.Values(outcome).Zip(run.Outcomes.Values(outcome))
                    .ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 1e-9 * Math.Max(1, Math.Abs(pair.First)));
            }
        }
    }

    private static Dictionary<string, ClusterFirm> ById(Findings findings) => findings.Focus.Firms
        .Zip(StudyPopulation.Of(findings)!.Population.Firms).ToDictionary(pair => findings.Study.Firms.Ids[pair.First], pair => pair.Second);

    private static PolicySimulationResult Run(Findings findings) => PolicySimulation.Run(
        findings,
        new PolicySimulationOptions
        {
            Replicates = 4,
            ParameterDraws = 2,
            Model = new SimulationOptions { BurnIn = 4, Horizon = 8 },
            Policies = ShippedPolicies.Only("P02", "P18"),
        },
        null, TestContext.Current.CancellationToken)!;

    private static Findings Diagnose()
    {
        string study = Path.Combine(SharedFolder.RepositoryRoot, "studies", "punjab-farm-equipment");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("karkhana-");
        try
        {
            foreach (string file in Directory.EnumerateFiles(study, "*", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(folder.FullName, Path.GetRelativePath(study, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            string firms = Path.Combine(folder.FullName, "firms.csv");
            string[] lines = File.ReadAllLines(firms);
            AddressedDraw draw = new(11, 0);
            File.WriteAllLines(firms, [lines[0], .. lines.Skip(1).Select((line, row) => (line, row))
                .OrderBy(pair => draw.Uniform(RandomPurpose.Example, 0, pair.row)).Select(pair => pair.line)]);
            return ClusterDiagnosis.Run(StudyReader.Read(folder.FullName), new DiagnosisOptions { Replicates = 0 }).Findings;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
