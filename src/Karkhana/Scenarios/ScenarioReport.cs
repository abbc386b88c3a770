using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Scenarios.Sections;

namespace Karkhana.Scenarios;

/// <summary>Puts a scenario study into words, tables and figures.</summary>
public static class ScenarioReport
{
    /// <summary>Gives the first page: what the model says, what would overturn it, what a budget allows.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The sentences.</returns>
    public static IReadOnlyList<Sentence> Summary(PolicyStudyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. ScenarioSummary.Order(result), .. ScenarioSummary.Overturn(result), .. CombinationSentences.Of(result.Simulation), .. ScenarioSummary.Budget(result.Simulation),
            SetupSection.Calibrated(result.Simulation), .. ValiditySection.Checks(result.Simulation),
        ];
    }

    /// <summary>Composes the report.</summary>
    /// <param name="findings">What the diagnosis found.</param>
    /// <param name="result">The result.</param>
    /// <param name="tables">Its tables, as they are written.</param>
    /// <returns>The report, before any decision on how it looks.</returns>
    public static Report Compose(Findings findings, PolicyStudyResult result, IReadOnlyList<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(result);
        Section[] sections =
        [
            new Section("scenario_summary", [new ListBlock(Summary(result))]),
            SetupSection.Compose(result),
            LeverOutcomeSection.Compose(result),
            PathSection.Compose(result),
            GroupSection.Compose(result),
            RobustnessSection.Compose(result),
            AdviceSection.Compose(result),
            CombinationSection.Compose(result),
            BudgetSection.Compose(result),
            DesignSection.Compose(result),
            ValiditySection.Compose(result),
            FirmStorySection.Compose(result),
            WorldSection.Compose(result),
            HistorySection.Compose(result),
            new Section("scenario_methods", [new TableBlock(Methods(result), Sentence.Of("scenarios.methods_caption"))]),
            DictionarySection.Compose(tables),
        ];
        return new Report(
            $"{findings.Study.Settings.Title}: what levers change", findings.Study.IsSynthetic, [.. sections.Where(section => section.Blocks.Count > 0).Select(section => StudyMoney.In(section, result.Simulation.Currency))],
            DiagnosisReport.ProvenanceOf(findings));
    }

    private static Table Methods(PolicyStudyResult result)
    {
        PolicySimulationResult simulation = result.Simulation;
        Provenance?[] all =
        [
            simulation.Comparison.Provenance, simulation.Ranking.Provenance, result.Robustness.Provenance, result.Sensitivity?.Provenance, result.Variance?.Provenance,
            .. simulation.Combinations?.Designs.Select(design => design.Provenance) ?? [],
            result.Overturns.FirstOrDefault(search => search.Box is not null)?.Box!.Provenance,
            result.Overturns.FirstOrDefault(search => search.Tree is not null)?.Tree!.Provenance, simulation.Calibration?.Provenance, result.Facts?.Provenance,
            result.World?.Provenance, result.Tubewells?.Provenance, result.Drills?.Provenance,
        ];
        Provenance[] used = [.. all.OfType<Provenance>()];
        return Table.Of(
            "scenario_methods",
            Column.Of("method", used.Select(one => (string?)one.Method), "Method", "Id of the measure or procedure."),
            Column.Of("options", used.Select(one => (string?)one.Options), "Options", "Options that were set."),
            Column.Of("source", used.Select(one => (string?)one.Source), "Source", "Who described it."));
    }
}
